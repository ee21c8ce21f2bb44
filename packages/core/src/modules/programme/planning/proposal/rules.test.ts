import { expect, test } from 'vitest'
import { onDay, plannedSessions, planningInput, standingAt } from '../../../../../test/planning.ts'
import { findNeeds, partReasons, planEdition, whatParts, withNeeded } from './rules.ts'
import type { Proposal } from './types.ts'

const limits = { work: 5_000_000 }
const plan = (
  ...given: Parameters<typeof planEdition> extends [infer I, infer T, ...unknown[]] ? [I, T] : never
): Proposal => {
  const planned = planEdition(...given, limits)
  if (planned.kind !== 'proposal') throw new Error(planned.reason)
  return planned
}

test('a room that is lost: what was in it moves, nothing else does, and each says why', () => {
  const sessions = plannedSessions({ a: { at: '09:00 saal' }, b: { at: '09:00 raum' }, c: { at: '10:00 saal' } })
  const losses = [{ kind: 'room', roomId: 'saal', from: onDay('00:00'), until: onDay('23:45') }] as const
  const { places, moves, unplaced, after } = plan(planningInput(sessions), { kind: 'replan', losses })
  expect(Object.keys(places).sort()).toEqual(['a', 'c'])
  expect(Object.values(places).map((place) => place.roomId)).toEqual(['raum', 'raum'])
  expect(moves.map((move) => move.why?.broken)).toEqual([['room-closed'], ['room-closed']])
  expect([unplaced, after.moved]).toEqual([[], 2])
})

test('somebody in two places: one session is moved, and what it made room for is named', () => {
  const sessions = plannedSessions({ a: { at: '09:00 saal', by: ['ada'] }, b: { at: '09:00 raum', by: ['ada'] } })
  const { moves, before, after } = plan(planningInput(sessions), { kind: 'repair' })
  expect(moves).toHaveLength(1)
  expect(moves[0]!.why!.inTheWay).toEqual([moves[0]!.sessionId === 'a' ? 'b' : 'a'])
  expect([before.peopleInTwoPlaces, after.peopleInTwoPlaces]).toEqual([1, 0])
})

test('who finds no place is named with a minimal set of reasons, and loses the one that cannot be', () => {
  const sessions = plannedSessions({ a: { at: '09:00 saal', durationMinutes: 600 } })
  const losses = [{ kind: 'person', personId: 'ada', from: onDay('12:00'), until: onDay('12:15') }] as const
  const own = sessions.map((session) => ({
    ...session,
    appearances: plannedSessions({ a: { by: ['ada'] } })[0]!.appearances,
  }))
  const { places, unplaced, moves } = plan(planningInput(own), { kind: 'replan', losses })
  expect(places.a).toMatchObject({ startsAt: null, roomId: null, durationMinutes: 600 })
  expect(unplaced).toEqual([{ sessionId: 'a', broken: ['availability', 'length'], inTheWay: [] }])
  expect(moves).toEqual([{ sessionId: 'a', needs: [], why: null }])
})

test('a move needs those that are in its new place to leave, and so on', () => {
  const { programme } = planningInput(
    plannedSessions({
      a: { at: '09:00 saal' },
      b: { at: '10:00 saal', by: ['ada'] },
      c: { at: '11:00 raum', by: ['ada'] },
      d: { at: '14:00 saal' },
    }),
  ).board
  const to = (place: string) => ({ ...standingAt(place), durationMinutes: 45 })
  const needs = findNeeds(programme, {
    a: to('10:15 saal'),
    b: to('11:00 saal'),
    c: to('13:00 raum'),
    d: to('15:00 saal'),
  })
  expect(Object.fromEntries(needs)).toEqual({ a: ['b'], b: ['c'], c: [], d: [] })
  const moves = [...needs].map(([sessionId, needed]) => ({ sessionId, needs: needed, why: null }))
  expect(withNeeded(moves, ['a'])).toEqual(['a', 'b', 'c'])
  expect(withNeeded(moves, ['d', 'x'])).toEqual(['d'])
})

test('to improve never makes worse, and what clashes for visitors is parted', () => {
  const sessions = plannedSessions({ a: { at: '09:00 saal' }, b: { at: '09:00 raum' } })
  const { before, after, moves } = plan(planningInput(sessions, { bookmarks: [{ sessions: ['a', 'b'], count: 60 }] }), {
    kind: 'improve',
  })
  expect([before.attendable, after.attendable]).toEqual([0.5, 1])
  expect(moves[0]!.why!.changes.bookmarks).toBeGreaterThan(0)
})

test('reasons are parted into rules and sessions', () => {
  expect(partReasons(['break', 'session ses_1', 'slot'])).toEqual({ broken: ['break', 'slot'], inTheWay: ['ses_1'] })
})

test.each([
  ['one room', { at: '09:00 saal' }, { at: '09:30 saal', by: ['ada'] }, { kind: 'room' }],
  ['somebody at once', { at: '09:00 saal', by: ['ada', 'ben'] }, { at: '09:30 raum', by: ['ada'] }, 'people'],
  ['somebody’s way', { at: '09:00 saal', by: ['ada'] }, { at: '09:45 raum', by: ['ada'] }, 'way'],
  ['one that is for all', { at: '09:00 saal' }, { at: '09:30 raum', isPlenary: true }, { kind: 'plenary' }],
  ['nothing else than their order', { at: '09:00 saal' }, { at: '14:00 raum' }, { kind: 'order' }],
] as const)('two sessions are kept apart by %s', (_, a, b, expected) => {
  const [one, other] = plannedSessions({ a, b })
  const parting = typeof expected === 'string' ? { kind: expected, personIds: ['ada'] } : expected
  expect([whatParts(one!, other!), whatParts(other!, one!)]).toEqual([parting, parting])
})
