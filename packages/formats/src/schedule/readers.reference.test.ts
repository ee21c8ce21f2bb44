import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { cpuMilliseconds } from '../../test/cpu-time.ts'
import { readScheduleJson } from './json-reader.ts'
import { writeScheduleJson } from './json-writer.ts'
import { readSchedule } from './reader.ts'
import { readScheduleXml } from './xml-reader.ts'
import { writeScheduleXml } from './xml-writer.ts'

const shared = process.env.FACHTAG_SHARED ?? path.resolve(import.meta.dirname, '../../../../../shared')
const schedules = path.join(shared, 'data/schedules')
const files = (folder: string) =>
  readdirSync(path.join(schedules, folder))
    .filter((name) => /\.(xml|json)$/.test(name) && !name.startsWith('schema'))
    .map((name) => `${folder}/${name}`)
const bytes = (file: string) => readFileSync(path.join(schedules, file))

const xmlFiles = ['fosdem', 'fosdem2026-history', '31c3-history'].flatMap(files)
const jsonFiles = ['c3voc', 'pyconfr2025-history', 'sessionize'].flatMap(files)

/** Counts without any of the code under test. */
function countSessions(file: string): number {
  const text = bytes(file).toString('utf8')
  if (file.endsWith('.xml')) return text.match(/<event\s/g)?.length ?? 0
  const root = JSON.parse(text)
  if (root.sessions) return root.sessions.length
  if (root.schedule.events) return root.schedule.events.length
  if (root.schedule.conference) return text.match(/"do_not_record"/g)?.length ?? 0
  // Every cell of the grid of PyConFR is a session of its own, and every break has a title in two languages.
  const cells = (grid: Record<string, Record<string, object>>) =>
    Object.values(grid).flatMap((day) => Object.values(day).flatMap((minute) => Object.keys(minute)))
  const breaks = Object.values(root.extra).flatMap((day) => Object.keys(day as object))
  return cells(root.schedule).length + cells(root.sprints).length + breaks.length
}

describe.each([...xmlFiles, ...jsonFiles])('%s', (file) => {
  test('is read without an error, every session of it', async () => {
    const { schedule, problems } = await readSchedule(bytes(file))
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(schedule?.sessions).toHaveLength(countSessions(file))
    const rooms = new Set(schedule?.rooms.map(({ name }) => name))
    for (const session of schedule?.sessions ?? []) {
      expect(session.start, session.reference).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
      if (session.room) expect(rooms).toContain(session.room)
      expect(`${session.abstract}${session.description}`).not.toMatch(/(?<!\\)<\/?(p|script|ul|li|br)\b/i)
    }
  })

  test('stays the same when written and read again', async () => {
    const { schedule } = await readSchedule(bytes(file))
    expect(readScheduleXml(writeScheduleXml(schedule!))).toEqual({ schedule, problems: [] })
    expect(readScheduleJson(writeScheduleJson(schedule!))).toEqual({ schedule, problems: [] })
  })
})

describe('what is known about single sessions', () => {
  const session = async (file: string, reference: string) =>
    (await readSchedule(bytes(file))).schedule?.sessions.find((candidate) => candidate.reference === reference)

  test('a talk after midnight belongs to the day before', async () => {
    const { schedule } = await readSchedule(bytes('31c3-history/20141230T0257-a0457c3.xml'))
    const late = schedule?.sessions.filter(({ start }) => start!.slice(11) < '06:00') ?? []
    expect(late.length).toBeGreaterThan(0)
    for (const { day, start } of late)
      expect(Temporal.PlainDate.from(day!).add({ days: 1 }).toString()).toBe(start!.slice(0, 10))
  })

  test('the people of a session come with what the file says about them elsewhere', async () => {
    const { schedule } = await readSchedule(bytes('fosdem/fosdem-2026.xml'))
    const withBiography = schedule?.sessions.flatMap(({ people }) => people).filter(({ biography }) => biography) ?? []
    expect(withBiography.length).toBeGreaterThan(500)
  })

  test('a hub names rooms, tracks and people by reference, and times by the instant', async () => {
    expect(await session('c3voc/hub-schedule2.json', 'TPGRNN')).toMatchObject({
      room: 'Saal ZIGZAG',
      track: 'Hardware & Making',
      day: '2024-12-27',
      start: '2024-12-28T00:15',
      durationMinutes: 40,
    })
  })

  test('rooms of pretalx have their capacity', async () => {
    const { schedule } = await readSchedule(bytes('pyconfr2025-history/20251030T1406-ddb0f98.json'))
    expect(schedule?.rooms.filter(({ capacity }) => capacity)).toHaveLength(13)
    expect(schedule?.rooms.find(({ name }) => name === 'B003')?.capacity).toBe(290)
  })
})

test('the largest file, 3.6 MB, is read in well under a second', () => {
  const text = bytes('fosdem2026-history/20260202T1201-93b66cf.xml').toString('utf8')
  readScheduleXml(text)
  expect(cpuMilliseconds(() => readScheduleXml(text))).toBeLessThan(1000)
})
