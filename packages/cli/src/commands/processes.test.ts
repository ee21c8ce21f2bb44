import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { writeScheduleJson } from '@fachtag/formats/schedule/json-writer'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { testDatabase } from '../../../core/test/database.ts'
import { makeLargeEdition } from '../../../core/test/large-edition.ts'
import { main, newFolder, runCli } from '../../test/cli-process.ts'

// These are whole processes.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const { url: DATABASE_URL } = await testDatabase()
const folder = newFolder()
const env = { DATABASE_URL, FACHTAG_DATA: folder, ORIGIN: 'https://fachtag.example.org' }
const run = (...words: string[]) => runCli(words, env)

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

/** More than a pipe takes in before somebody reads. */
const large = writeScheduleJson(makeLargeEdition({ days: 1, rooms: 10, sessions: 160 }))

beforeAll(async () => {
  expect(large.length).toBeGreaterThan(2 * 65_536)
  const path = await file('gross.json', large)
  const { code, out } = await run('import', path, '--new', '--series', 'gross', '--edition', '2031', '--json')
  expect({ code, counts: JSON.parse(out).counts.added }).toEqual({ code: 0, counts: 160 })
})

describe('fachtag export, as a process', () => {
  test.each([
    ['json', /"sessions"|"schedule"/],
    ['xml', /^<\?xml/],
    ['ics', /^BEGIN:VCALENDAR\r\n/],
    ['csv', /^\uFEFF?[^\n]*;/],
  ])('writes %s, and nothing else, to standard output', async (format, beginning) => {
    const { code, out, err } = await run('export', 'gross/2031', '--format', format)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(beginning)
    expect(out).not.toContain('undefined')
  })

  test('names the addresses that readers see', async () => {
    const { out } = await run('export', 'gross/2031', '--format', 'ics')
    const unfolded = out.replaceAll('\r\n ', '')
    expect(unfolded.match(/^URL:https:\/\/fachtag\.example\.org\/gross\/2031\/programm\/beitrag\//gm)).toHaveLength(160)
  })

  test.each(['xlsx', 'csv', 'json', 'xml'])('as %s is read back as the same programme', async (format) => {
    const path = join(folder, `aus.${format}`)
    const written = await run('export', 'gross/2031', '--format', format, '--out', path, '--json')
    expect(JSON.parse(written.out)).toEqual({ file: path, format })
    const { code, out } = await run('import', path, '--series', 'gross', '--edition', '2031', '--dry-run', '--json')
    const { counts, dryRun } = JSON.parse(out)
    expect({ code, dryRun }).toEqual({ code: 0, dryRun: true })
    expect(Object.values<number>(counts).reduce((sum, count) => sum + count, 0)).toBe(0)
  })

  test('to somebody who reads only the beginning ends quietly', async () => {
    const child = spawn(process.execPath, [main, 'export', 'gross/2031'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = text(child.stderr)
    child.stdout.once('data', () => child.stdout.destroy())
    const [code] = await once(child, 'exit')
    expect({ code, said: await said }).toEqual({ code: 0, said: '' })
  })

  test('whose reader is gone before the first word ends quietly too, and does what it was to do', async () => {
    const path = join(folder, 'trotzdem.json')
    const child = spawn(process.execPath, [main, 'export', 'gross/2031', '--out', path], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.destroy()
    child.stderr.destroy()
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    expect((await readFile(path, 'utf8')).length).toBeGreaterThan(65_536)
  })
})

describe('what is refused', () => {
  test.each([
    [1, ['export', 'gross/1999'], 'gross/1999'],
    [1, ['export', 'nirgends', '--out', 'x'], 'nirgends'],
    [2, ['export', 'gross'], '--out'],
    [2, ['export', 'gross/2031', '--format', 'pdf'], 'json'],
    [1, ['export', 'gross/2031', '--out', join(folder, 'kein', 'Ordner', 'x.json')], 'x.json'],
    [1, ['export', 'gross/2031', '--out', folder], folder],
    [1, ['export', 'gross', '--out', join(folder, 'gross.json')], 'gross.json'],
    [1, ['import', '--register', folder], 'Ordner'],
    [1, ['import', join(folder, 'fehlt.xml'), '--edition', '2031'], 'fehlt.xml'],
    [2, ['import', join(folder, 'gross.json')], '--edition'],
    [2, ['import', join(folder, 'gross.json'), '--edition', '2031', '--mapping', 'unsinn'], '--mapping'],
    [1, ['import', join(folder, 'gross.json'), '--edition', '2031', '--series', 'fremd'], 'fremd/2031'],
    [1, ['import', join(folder, 'gross.json'), '--new', '--series', 'gross', '--edition', '2031'], '--new'],
  ])('ends with %i: %j', async (expected, words, named) => {
    const { code, out, err } = await run(...words)
    expect({ code, out }).toEqual({ code: expected, out: '' })
    expect(err).toContain(named)
    expect(err).not.toContain('    at ')
    expect(err).not.toMatch(/\{\w+\}/)
  })

  test('in a file is named with its line, for people and for programs', async () => {
    const path = await file('kaputt.csv', 'title;day;speaker\nE-Akte;am Mittwoch;Ida Öhm\n;05.11.2031;Bo Berg\n')
    const words = ['import', path, '--series', 'gross', '--edition', '2031']
    const people = await run(...words)
    expect(people.code).toBe(1)
    expect(people.out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/kaputt\.csv:2: .*day/),
      expect.stringMatching(/kaputt\.csv:3: .*title/),
    ])
    const programs = await run(...words, '--json')
    expect(programs.code).toBe(1)
    expect(JSON.parse(programs.out)).toMatchObject({ file: path, problems: [{ line: 2 }, { line: 3 }] })
  })

  test.each(['xml', 'json', 'xlsx', 'csv'])('is a file that only says it is %s', async (kind) => {
    const path = await file(`falsch.${kind}`, '\u0000\u0001 nicht das, was der Name sagt')
    const { code, out, err } = await run('import', path, '--new', '--series', 'falsch', '--title', 'X')
    expect(code).toBe(1)
    expect(out).toContain(path)
    expect(err).not.toContain('    at ')
  })

  test('in a folder is named with its file and line, and nothing is written', async () => {
    const archive = newFolder()
    await writeFile(join(archive, 'series.yaml'), 'slug: halb\nname: Halb\nfarbe: rot\n')
    const { code, out } = await run('import', archive, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out).problems).toEqual([
      expect.objectContaining({ file: `${archive}/series.yaml`, line: 3, field: 'farbe' }),
    ])
    expect((await run('export', 'halb', '--out', newFolder())).code).toBe(1)
  })
})

describe('a whole series', () => {
  const moved = newFolder()

  test('goes out, is changed by hand and comes back as that change', async () => {
    const { code, out } = await run('export', 'gross', '--out', moved, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out).files).toEqual(expect.arrayContaining(['series.yaml', 'editions/2031.yaml']))
    const path = join(moved, 'editions', '2031.yaml')
    await writeFile(path, (await readFile(path, 'utf8')).replace(/^state: .*$/m, 'state: held'))
    const rehearsal = await run('import', moved, '--dry-run', '--json')
    const changes = [{ change: 'changed', kind: 'edition', key: '2031' }]
    expect(JSON.parse(rehearsal.out)).toEqual({ kind: 'planned', changes })
    expect(JSON.parse((await run('import', moved, '--json')).out)).toEqual({ kind: 'imported', changes })
    expect((await runCli(['import', moved], { ...env, LANG: 'en_GB.UTF-8' })).out).toBe('Nothing changes.\n')
  })
})

describe('the language', () => {
  test.each([
    ['de_DE.UTF-8', 'Es gibt keine Ausgabe'],
    ['en_GB.UTF-8', 'There is no edition'],
    ['C', 'Es gibt keine Ausgabe'],
  ])('of %s is spoken', async (LANG, expected) => {
    const { err } = await runCli(['import', join(folder, 'gross.json'), '--edition', '1999'], { ...env, LANG })
    expect(err).toContain(expected)
  })
})

describe('links and migrations', () => {
  test('tell programs what they tell people', async () => {
    const link = JSON.parse((await run('link', '--json')).out)
    expect(link.address).toMatch(/^https:\/\/fachtag\.example\.org\/einrichten\?link=/)
    const hours = Temporal.Now.instant().until(Temporal.Instant.from(link.expiresAt)).total('hours')
    expect(Math.round(hours)).toBe(24)
    expect((await run('migrate')).out).toBe('Die Datenbank ist auf dem neuesten Stand.\n')
  })
})

test('many warnings are counted, not poured out', async () => {
  const rows = Array.from({ length: 23 }, (_, n) => `Beitrag ${n};05.11.2031;Klingonisch?`)
  const path = await file('sprachen.csv', ['title;day;language', ...rows].join('\n'))
  const { code, out, err } = await run('import', path, '--new', '--series', 'sprachen', '--title', 'Sprachen 2031')
  expect(code).toBe(0)
  expect(out).toContain('Neu: 23')
  const warnings = err.split('\n').filter((line) => line.includes('sprachen.csv:') && line.includes('warning'))
  expect(warnings).toHaveLength(20)
  expect(err).toMatch(/… und \d+ weitere Hinweise/)
})
