import { describe, expect, test } from 'vitest'
import { ScheduleBuilder } from './builder.ts'
import { ProblemList } from './problems.ts'
import type { ScheduleSession } from './types.ts'

const session = (reference: string, rest: Partial<ScheduleSession> = {}): ScheduleSession => ({
  reference,
  title: `Vortrag ${reference}`,
  people: [],
  links: [],
  attachments: [],
  ...rest,
})

function building() {
  const problems = new ProblemList()
  const builder = new ScheduleBuilder(problems)
  return {
    builder,
    built: () => builder.build({ title: 'Mustertag', timeZone: 'UTC' }),
    found: () => problems.result(null).problems,
  }
}

describe('ScheduleBuilder', () => {
  test('keeps the order of the file, and the first mention of a room', () => {
    const { builder, built, found } = building()
    builder.addRoom({ name: 'B', capacity: 5 })
    builder.addRoom({ name: 'B', capacity: 6 })
    builder.addSession(session('2', { room: 'A', track: 'T' }), {})
    builder.addSession(session('1', { room: 'B', track: 'T' }), {})
    expect(built()).toMatchObject({
      rooms: [{ name: 'B', capacity: 5 }, { name: 'A' }],
      tracks: [{ name: 'T' }],
      sessions: [{ reference: '2' }, { reference: '1' }],
    })
    expect(found()).toEqual([])
  })

  test('refuses one reference for two sessions, and says where the other is', () => {
    const { builder, found } = building()
    builder.addSession(session('1'), { line: 10 })
    builder.addSession(session('1'), { line: 20, field: 'b' })
    builder.addSession(session('2'), { field: 'c' })
    builder.addSession(session('2'), { field: 'd' })
    expect(found()).toMatchObject([
      {
        severity: 'error',
        code: 'session.reference_duplicate',
        line: 20,
        message: 'Reference "1" is already that of "Vortrag 1" (line 10)',
      },
      { severity: 'error', message: 'Reference "2" is already that of "Vortrag 2" (c)' },
    ])
  })

  test('warns of tracks that are listed twice or not at all, but only where there is a list', () => {
    const { builder, built, found } = building()
    builder.listTrack({ name: 'T', colour: '#aabbcc' }, {})
    builder.listTrack({ name: 'T' }, { line: 2 })
    builder.addSession(session('1', { track: 'U' }), { line: 3 })
    builder.addSession(session('2', { track: 'U' }), { line: 4 })
    expect(built().tracks).toEqual([{ name: 'T', colour: '#aabbcc' }, { name: 'U' }])
    expect(found()).toMatchObject([
      { severity: 'warning', code: 'track.duplicate', line: 2 },
      { severity: 'warning', code: 'track.not_listed', line: 3 },
    ])
  })

  test('names a person once in each role of a session', () => {
    const { builder, built, found } = building()
    const people = [
      { name: 'Erika', role: 'speaker' as const },
      { name: 'Erika', role: 'moderator' as const },
      { name: 'Erika', role: 'speaker' as const },
      { name: 'Erika', reference: '7', role: 'speaker' as const },
    ]
    builder.addSession(session('1', { people }), { line: 9 })
    expect(built().sessions[0]?.people).toEqual([people[0], people[1], people[3]])
    expect(found()).toMatchObject([{ severity: 'warning', code: 'person.duplicate', line: 9 }])
  })

  test('takes no more sessions than any programme has', () => {
    const { builder, built, found } = building()
    for (let index = 0; index < 20_005; index++) builder.addSession(session(String(index)), { line: index })
    expect(built().sessions).toHaveLength(20_000)
    expect(found()).toMatchObject([{ severity: 'error', code: 'schedule.too_many_sessions', line: 20_000 }])
  })
})
