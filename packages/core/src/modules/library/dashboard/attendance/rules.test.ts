import { expect, test } from 'vitest'
import { expectAttendance, findCrowded } from './rules.ts'
import type { FormerAttendance, SeatedSession } from './types.ts'

const seated = (given: Partial<SeatedSession> = {}): SeatedSession => ({
  id: 'ses_1',
  title: 'E-Akte',
  type: 'talk',
  trackSlug: 'verwaltung',
  isPlenary: false,
  roomName: 'Saal 1',
  capacity: 50,
  ...given,
})
const whole = (startsOn: string | null, count: number): FormerAttendance => ({ startsOn, count, session: null })
const one = (type: SeatedSession['type'], trackSlug: string | null, count: number): FormerAttendance => ({
  startsOn: '2030-11-06',
  count,
  session: { type, trackSlug },
})

const figures = [
  whole('2029-11-07', 500),
  whole('2030-11-06', 280),
  whole('2030-11-06', 300),
  whole(null, 900),
  one('talk', 'verwaltung', 60),
  one('talk', 'verwaltung', 40),
  one('workshop', 'technik', 25),
  one('talk', null, 80),
]

test.each<[string, Partial<SeatedSession>, number | null]>([
  ['everybody comes to a plenary: what the last edition had, by the greater source', { isPlenary: true }, 300],
  ['a track has its public', {}, 60],
  ['else a type of session has', { trackSlug: 'anderswo' }, 80],
  ['a track counts before a type', { type: 'workshop' }, 60],
  ['of what was never counted nothing is known', { type: 'panel', trackSlug: null }, null],
])('%s', (_, given, expected) => expect(expectAttendance(seated(given), figures)).toBe(expected))

test('without any edition before nothing is expected', () => {
  expect(expectAttendance(seated({ isPlenary: true }), [])).toBeNull()
})

test('crowded is what more are expected at than the room holds, the worst first', () => {
  const sessions = [
    seated({ id: 'fits', capacity: 60 }),
    seated({ id: 'tight', capacity: 59 }),
    seated({ id: 'plenary', isPlenary: true, capacity: 100 }),
    seated({ id: 'unknown', type: 'panel', trackSlug: null, capacity: 1 }),
  ]
  expect(findCrowded(sessions, figures).map(({ id, expected }) => [id, expected])).toEqual([
    ['plenary', 300],
    ['tight', 60],
  ])
})
