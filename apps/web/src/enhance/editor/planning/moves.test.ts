import { expect, test } from 'vitest'
import { countByDay, toMoves } from './moves.ts'

test('places become moves that lead to them', () => {
  const at = { day: '2031-11-05', startsAt: '2031-11-05T09:00', durationMinutes: 45, roomId: 'saal' }
  const nowhere = { day: null, startsAt: null, durationMinutes: 45, roomId: null }
  expect(toMoves({ a: at, b: nowhere, c: { ...at, day: null, roomId: null } })).toEqual([
    { kind: 'place', sessionId: 'a', day: '2031-11-05', startsAt: '2031-11-05T09:00', roomId: 'saal' },
    { kind: 'park', sessionIds: ['b'] },
    { kind: 'place', sessionId: 'c', day: '2031-11-05', startsAt: '2031-11-05T09:00', roomId: null },
  ])
  expect(toMoves({})).toEqual([])
})

test('sessions are counted on the day where they are', () => {
  const on = (day: string | null, startsAt: string | null = null) => ({ day, startsAt })
  const sessions = [on('2031-11-05'), on(null, '2031-11-05T09:00'), on('2031-11-06'), on(null)]
  expect([...countByDay(sessions)]).toEqual([
    ['2031-11-05', 2],
    ['2031-11-06', 1],
  ])
})
