import { openApp } from '@fachtag/core/app/open'
import { systemActor } from '@fachtag/core/kernel/actor'
import { publishRelease } from '@fachtag/core/modules/programme/release/commands'
import { readSettings } from '@fachtag/core/platform/config/read'
import { readSchedule } from '@fachtag/formats/schedule/reader'
import { afterAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../core/test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions, addTrackAndRoom } from '../../../core/test/programme.ts'
import { exportFormats, exportProgramme } from './export-programme.ts'

const { url: DATABASE_URL } = await testDatabase()
const open = (more: NodeJS.ProcessEnv = {}) => openApp(readSettings({ DATABASE_URL, LOG_LEVEL: 'silent', ...more }))
const app = await open()
afterAll(() => app.close())

const edition = await addEdition(app.db, '2031')
const place = await addTrackAndRoom(app.db, edition, 'saal')
const ida = await addPerson(app.db, 'ida', 'Ida Öhm')
const at = { day: '2031-11-05', startsAt: '2031-11-05T09:00', durationMinutes: 45 }
await addSessions(app.db, edition, [
  { title: '=SUMME(A1) – „E-Akte“', slug: 'e-akte', ...place, ...at, personIds: [ida] },
  { title: 'Nur der Tag', day: '2031-11-05' },
  { title: 'Ohne alles' },
])
await publishRelease(app.ctx(systemActor), { editionId: edition.id })
await addSessions(app.db, edition, [{ title: 'Noch geheim' }])

const write = (format: (typeof exportFormats)[number], from = app) =>
  exportProgramme(from, 'reihe-2031', '2031', format)
const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? Buffer.from(content) : content)

describe('an export', () => {
  test.each(['json', 'xml', 'csv', 'xlsx'] as const)(
    'as %s tells what was published and nothing else',
    async (format) => {
      const file = { name: `aus.${format}`, timeZone: 'Europe/Berlin', title: 'Tagung' }
      const { schedule, problems } = await readSchedule(bytesOf(await write(format)), file)
      expect(problems.filter((one) => one.severity === 'error')).toEqual([])
      expect(schedule?.sessions.map((one) => one.title).sort()).toEqual([
        '=SUMME(A1) – „E-Akte“',
        'Nur der Tag',
        'Ohne alles',
      ])
      const talk = schedule?.sessions.find((one) => one.slug === 'e-akte' || one.title.startsWith('='))
      expect(talk).toMatchObject({ start: '2031-11-05T09:00', room: 'saal', people: [{ name: 'Ida Öhm' }] })
    },
  )

  test('as a calendar has a time, a whole day, and nothing where no day is known', async () => {
    const text = String(await write('ics'))
    expect(text.match(/^DTSTART;.*$/gm)?.map((line) => line.trim())).toEqual([
      'DTSTART;TZID=Europe/Berlin:20311105T090000',
      'DTSTART;VALUE=DATE:20311105',
    ])
  })

  test('as a table cannot make a spreadsheet calculate', async () => {
    const cells = String(await write('csv')).split(/[;\r\n]/)
    expect(cells.filter((cell) => /^"?[=+@-]/.test(cell) && !/^"?-?[\d.,:-]+"?$/.test(cell))).toEqual([])
  })

  // A workbook carries the time at which it was packed.
  test.each(exportFormats.filter((format) => format !== 'xlsx'))('as %s is the same twice', async (format) => {
    expect(await write(format)).toBe(await write(format))
  })
})

test.each([
  [{ ORIGIN: 'https://fachtag.example.org' }, 'https://fachtag.example.org/reihe-2031/2031'],
  [{ HOST: '127.0.0.1', PORT: '8080' }, 'http://127.0.0.1:8080/reihe-2031/2031'],
])('%o is the address of its pages', async (env, address) => {
  const elsewhere = await open(env)
  const text = String(await write('json', elsewhere)).replaceAll('\\/', '/')
  await elsewhere.close()
  expect(text).toContain(`${address}/programm/beitrag/e-akte`)
})

test.each([
  ['reihe-2031', '1999'],
  ['nirgends', '2031'],
  ['reihe-2031', '2032'],
])('%s/%s has no published programme', async (series, slug) => {
  if (slug === '2032') await addEditionOf(app.db, edition.seriesId, '2032', '2032-11-05')
  await expect(exportProgramme(app, series, slug, 'json')).rejects.toMatchObject({
    code: 'programme.not_published',
    params: { edition: `${series}/${slug}` },
  })
})
