import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readArchive } from './queries.ts'

const content = path.resolve(import.meta.dirname, '../../../../../../../content/mitteldeutscher-it-fachtag')
const folder = await mkdtemp(path.join(tmpdir(), 'archive-'))
afterAll(() => rm(folder, { recursive: true }))
beforeEach(() => cp(content, folder, { recursive: true, force: true }))

async function replace(file: string, from: string, to: string): Promise<number> {
  const text = await readFile(path.join(folder, file), 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
  await writeFile(path.join(folder, file), text.replace(from, to))
  return text.slice(0, text.indexOf(from)).split('\n').length
}

const broken: [string, string, string, string, string, RegExp][] = [
  ['a wrong word', 'editions/2024.yaml', 'state: held', 'state: vorbei', 'state', /announced/],
  [
    'a field that does not exist',
    'editions/2018.yaml',
    'accent: orange',
    'colour: orange',
    'colour',
    /no field "colour"/,
  ],
  [
    'a day that does not exist',
    'editions/2017.yaml',
    'startsOn: 2018-11-29',
    'startsOn: 2018-11-31',
    'announcements[0].startsOn',
    /date/,
  ],
  ['an unknown role', 'editions/2018.yaml', 'role: speaker', 'role: redner', 'sessions[0].people[0].role', /speaker/],
  [
    'an unknown person',
    'editions/2018.yaml',
    'person: thomas-popp',
    'person: thomas-pop',
    'sessions[0].people[0].person',
    /"thomas-pop" is not in people/,
  ],
  [
    'an unknown topic',
    'editions/2018.yaml',
    '[digitalisierungsstrategie]',
    '[digital]',
    'sessions[0].topics[0]',
    /"digital" is not in topics/,
  ],
  ['an unknown source', 'editions/2018.yaml', 'source: meldung-2018', 'source: gerücht', 'source', /letters/],
  ['a slug given twice', 'people.yaml', 'slug: lars-greifzu', 'slug: ralf-rother', '[1].slug', /twice/],
  [
    'nobody who could be replaced',
    'editions/2024.yaml',
    'replaces: sabine-griebsch',
    'replaces: georg-opitz',
    'sessions[4].people[1].replaces',
    /nobody else/,
  ],
  ['an edition in the wrong file', 'editions/2018.yaml', 'slug: "2018"', 'slug: "2020"', 'slug', /editions\/2020.yaml/],
  ['a number for a text', 'series.yaml', 'shortName: IT-Fachtag', 'shortName: 7', 'shortName', /string/],
]

describe('what is wrong is named by file, line and field, and there is no archive', () => {
  test.each(broken)('%s', async (_, file, from, to, field, message) => {
    const line = await replace(file, from, to)
    const { archive, problems } = await readArchive(folder)
    expect(archive).toBeNull()
    expect(problems[0]).toMatchObject({ file, line, field })
    expect(problems[0]!.message).toMatch(message)
  })

  test('YAML that is none', async () => {
    const line = await replace('news.yaml', '- slug: termin-2019', '- slug: [termin-2019')
    const { archive, problems } = await readArchive(folder)
    expect(archive).toBeNull()
    expect(problems[0]).toMatchObject({ file: 'news.yaml', field: '' })
    expect(problems[0]!.line).toBeGreaterThanOrEqual(line)
  })

  test('several mistakes in several files, all at once', async () => {
    await replace('editions/2024.yaml', 'state: held', 'state: vorbei')
    await replace('topics.yaml', 'slug: e-akte', 'slug: E-Akte')
    const { problems } = await readArchive(folder)
    expect(problems.map((problem) => problem.file)).toEqual(['topics.yaml', 'editions/2024.yaml'])
  })
})

test('files beside series.yaml may be missing; without it there is no archive', async () => {
  await rm(path.join(folder, 'pages.yaml'))
  expect((await readArchive(folder)).archive?.pages).toEqual([])
  await rm(path.join(folder, 'series.yaml'))
  expect((await readArchive(folder)).problems).toEqual([
    { file: 'series.yaml', field: '', message: 'an archive needs a series.yaml; there is none in this folder' },
  ])
})

describe('a file that is no text', () => {
  test.each<[string, string, Uint8Array, number, RegExp]>([
    ['of an old encoding', 'people.yaml', Buffer.from('- slug: a\n  name: Müller\n', 'latin1'), 2, /not UTF-8/],
    ['with a NUL character', 'news.yaml', Buffer.from('[]\n#\0\n'), 2, /NUL/],
    [
      'with a picture in it',
      'editions/2018.yaml',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff]),
      1,
      /not UTF-8/,
    ],
  ])('%s is refused by name and line', async (_, file, bytes, line, message) => {
    await writeFile(path.join(folder, file), bytes)
    const { archive, problems } = await readArchive(folder)
    expect(archive).toBeNull()
    expect(problems).toEqual([{ file, line, field: '', message: expect.stringMatching(message) }])
  })

  test('with the mark that some editors put before UTF-8 is read', async () => {
    const file = path.join(folder, 'series.yaml')
    await writeFile(file, `\uFEFF${await readFile(file, 'utf8')}`)
    expect((await readArchive(folder)).problems).toEqual([])
  })
})
