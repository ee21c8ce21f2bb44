import { describe, expect, test } from 'vitest'
import { identifySessions, isUuid, stableUuid } from './identity.ts'
import { timetableOf } from './timetable.ts'
import type { Schedule, ScheduleSession } from './types.ts'

const session = (reference: string, start?: string, rest: Partial<ScheduleSession> = {}): ScheduleSession => ({
  reference,
  title: reference,
  start,
  people: [],
  links: [],
  attachments: [],
  ...rest,
})
const schedule = (sessions: readonly ScheduleSession[], rest: Partial<Schedule> = {}): Schedule => ({
  title: 'Mustertag',
  timeZone: 'Europe/Berlin',
  rooms: [{ name: 'B' }, { name: 'A' }],
  tracks: [],
  sessions,
  ...rest,
})

describe('timetableOf', () => {
  test('arranges sessions by day, room in the order of rooms, and time', () => {
    const sessions = [
      session('late', '2030-11-28T01:00', { day: '2030-11-27', room: 'A', durationMinutes: 60 }),
      session('early', '2030-11-27T09:00', { day: '2030-11-27', room: 'A', durationMinutes: 30 }),
      session('nowhere', '2030-11-27T10:00'),
      session('next', '2030-11-28T09:00', { room: 'B' }),
      session('never'),
    ]
    const { days, unscheduled } = timetableOf(schedule(sessions))
    const references = days.map(({ rooms }) =>
      [...rooms].map(([room, found]) => [room, found.map(({ session: { reference } }) => reference)]),
    )
    expect(days.map(({ index, date, start, end }) => [index, date, start, end])).toEqual([
      [1, '2030-11-27', '2030-11-27T09:00', '2030-11-28T02:00'],
      [2, '2030-11-28', '2030-11-28T09:00', '2030-11-28T09:00'],
    ])
    expect(references).toEqual([
      [
        ['A', ['early', 'late']],
        ['', ['nowhere']],
      ],
      [['B', ['next']]],
    ])
    expect(unscheduled.map(({ session: { reference } }) => reference)).toEqual(['never'])
  })

  test('has an empty first day where nothing more is known, and none where not even that', () => {
    expect(timetableOf(schedule([session('1')], { firstDay: '2030-11-27' })).days).toMatchObject([
      { date: '2030-11-27', index: 1 },
    ])
    expect(timetableOf(schedule([session('1')])).days).toEqual([])
  })
})

describe('identifySessions', () => {
  const uuid = '3f2c8e10-1111-4222-8333-444455556666'

  test('keeps keys that fit', () => {
    expect(identifySessions(schedule([session('42', undefined, { guid: uuid })]))).toMatchObject([
      { id: 42, guid: uuid },
    ])
  })

  test('makes the same keys every time, whatever else is in the schedule', () => {
    const [alone] = identifySessions(schedule([session('e-akte')]))
    const among = identifySessions(schedule([session('1'), session('e-akte'), session('x')]))
    expect(among[1]).toMatchObject({ id: alone?.id, guid: alone?.guid })
    expect(alone?.guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('makes every key unique and of the right form', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      session(index % 2 === 0 ? String(index) : `n${index}`, undefined, { guid: uuid }),
    )
    const keys = identifySessions(schedule(many))
    expect(new Set(keys.map(({ id }) => id)).size).toBe(500)
    expect(new Set(keys.map(({ guid }) => guid)).size).toBe(500)
    expect(keys.every(({ id, guid }) => id >= 1 && id < 2 ** 31 && isUuid(guid))).toBe(true)
  })

  test('names that are put together differently give different UUIDs', () => {
    expect(stableUuid('ab', 'c')).not.toBe(stableUuid('a', 'bc'))
    expect(stableUuid('a')).toBe(stableUuid('a'))
  })
})
