import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readScheduleXml } from '@fachtag/formats/schedule/xml-reader'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { testDatabase } from '../../../core/test/database.ts'
import { createProgram } from '../program.ts'
import { createTerminal } from '../terminal/terminal.ts'

const { db, url } = await testDatabase()
let folder: string
let [out, progress] = ['', '']

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fachtag-cli-'))
  vi.stubEnv('DATABASE_URL', url)
  vi.stubEnv('LC_ALL', 'de_DE.UTF-8')
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(() => {
  ;[out, progress] = ['', '']
})

async function run(...words: string[]): Promise<void> {
  const terminal = createTerminal(
    words.includes('--json'),
    (text) => {
      out += text
    },
    (text) => {
      progress += text
    },
  )
  await createProgram(terminal).parseAsync(['node', 'fachtag', ...words])
}

const schedule = (title: string) => `<?xml version="1.0"?>
<schedule><conference><title>Tagung 2031</title><start>2031-11-05</start><end>2031-11-05</end>
<time_zone_name>Europe/Berlin</time_zone_name></conference>
<day date="2031-11-05"><room name="Saal"><event id="1">
<date>2031-11-05T09:00:00+01:00</date><start>09:00</start><duration>00:45</duration>
<title>${title}</title><persons><person id="7">Ida Öhm</person></persons></event></room></day></schedule>`

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

const count = async (table: 'sessions' | 'editions' | 'persons' | 'releases') =>
  (
    await db
      .selectFrom(table)
      .select((of) => of.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

describe('fachtag import', () => {
  test('shows in a dry run what it would do, and does nothing', async () => {
    await run('import', await file('eins.xml', schedule('E-Akte')), '--new', '--dry-run')
    expect(out).toContain('Neu: 1\n  E-Akte [1]\n')
    expect(out).toContain('Probelauf: nichts wurde geschrieben.')
    expect([await count('editions'), await count('sessions'), await count('persons')]).toEqual([0, 0, 0])
  })

  test('takes a programme over into a new edition, and its next version into the same', async () => {
    await run('import', await file('eins.xml', schedule('E-Akte')), '--new', '--series', 'tagung')
    expect(out).toContain('Veröffentlicht als Programmstand 1.')
    expect(progress).toContain('✓ Programm vergleichen und übernehmen')
    out = ''
    await run(
      'import',
      await file('zwei.xml', schedule('E-Akte 2')),
      '--series',
      'tagung',
      '--edition',
      '2031',
      '--json',
    )
    const report = JSON.parse(out)
    expect(report.counts).toMatchObject({ added: 0, changed: 1 })
    expect(report.release.number).toBe(2)
  })

  test('reads a table whose columns it is told', async () => {
    const path = await file('plan.csv', 'Worum geht es?;Wann\nIm Gespräch;05.11.2031\n')
    await run(
      'import',
      path,
      '--new',
      '--series',
      'tabelle',
      '--title',
      'Tag 2031',
      '--mapping',
      'title=Worum geht es?',
      '--mapping',
      'day=Wann',
    )
    expect(out).toContain('Neu: 1\n  Im Gespräch [')
    out = ''
    await run('export', 'tabelle/2031', '--format', 'csv', '--out', join(folder, 'aus.csv'))
    await run('import', join(folder, 'aus.csv'), '--series', 'tabelle', '--edition', '2031')
    expect(out).toContain('Am Programm ändert sich nichts.')
  })

  test('names file, line and field of what is wrong, and changes nothing', async () => {
    const before = await count('releases')
    const path = await file('falsch.xml', schedule('').replace('09:00:00+01:00', 'irgendwann'))
    await expect(run('import', path, '--series', 'tagung', '--edition', '2031')).rejects.toThrow('file.broken')
    expect(out).toMatch(/falsch\.xml:\d+: day\[0\]\.room\[0\]\.event\[0\]\.title /)
    expect(await count('releases')).toBe(before)
  })

  test.each([
    [['nirgends.xml', '--edition', '2031'], 'file.not_found'],
    [['eins.xml', '--series', 'tagung', '--edition', '1999'], 'edition.not_found'],
    [['eins.xml', '--new', '--series', 'tagung'], 'edition.exists'],
    [['eins.xml'], '--edition nennt eine Ausgabe'],
    [['eins.xml', '--edition', '2031', '--mapping', 'titel'], '--mapping erwartet'],
    [['eins.xml', '--edition', '2031', '--mapping', 'unsinn=Titel'], 'Felder: reference, day'],
  ])('%j is refused: %s', async ([name, ...rest], reason) => {
    await expect(run('import', join(folder, name!), ...rest)).rejects.toThrow(reason)
  })
})

describe('fachtag export', () => {
  test('writes what import reads back unchanged', async () => {
    const path = join(folder, 'aus.xml')
    await run('export', 'tagung/2031', '--format', 'xml', '--out', path)
    expect(out).toBe(`${path}\n`)
    expect(readScheduleXml(await readFile(path, 'utf8')).schedule?.sessions[0]?.title).toBe('E-Akte 2')
    out = ''
    await run('import', path, '--series', 'tagung', '--edition', '2031')
    expect(out).toContain('Am Programm ändert sich nichts.')
  })

  test('writes a calendar', async () => {
    const path = join(folder, 'aus.ics')
    await run('export', 'tagung/2031', '--format', 'ics', '--out', path)
    const calendar = await readFile(path, 'utf8')
    expect(calendar).toContain('SUMMARY:E-Akte 2')
    expect(calendar).toContain('SEQUENCE:1')
    expect(calendar).toContain('DTSTART;TZID=Europe/Berlin:20311105T090000')
  })

  test('writes a whole series, which import knows to be the same', async () => {
    const target = join(folder, 'reihe')
    await run('export', 'tagung', '--out', target)
    expect(out).toContain(`${target}/series.yaml\n`)
    out = ''
    await run('import', target)
    expect(out).toBe('Es ändert sich nichts.\n')
  })

  test.each([
    [['tagung/1999'], 'programme.not_published'],
    [['nirgends', '--out', 'x'], 'series.not_found'],
    [['tagung'], '--out nennt den Ordner'],
  ])('%j is refused: %s', async (words, reason) => {
    await expect(run('export', ...words)).rejects.toThrow(reason)
  })
})
