import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, smallConference } from '../../test/small-conference.ts'
import { judgeConference } from '../checker/conference.ts'
import { madeUpConference } from './made-up.ts'
import { planConference } from './plan.ts'
import type { ConferenceProblem, Placement } from './problem.ts'

const limits = { work: 3_000_000 }

/** The problem with what `placements` say as published. */
function publish(problem: ConferenceProblem, placements: readonly Placement[]): ConferenceProblem {
  const places = new Map(placements.map(({ session, start, room }) => [session, { start, room }]))
  const sessions = problem.sessions.map(({ published: _, ...session }) => {
    const published = places.get(session.id)
    return published ? { ...session, published } : session
  })
  return { ...problem, sessions }
}

const movedBetween = (before: readonly Placement[], after: readonly Placement[]): string[] =>
  before.flatMap((place) => {
    const now = after.find(({ session }) => session === place.session)
    return now?.start === place.start && now.room === place.room ? [] : [place.session]
  })

describe('a repair', () => {
  test('of what needs none moves nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (seed) => {
        const problem = madeUpConference({ sessions: 18, rooms: 3, days: 2, slotsPerDay: 4, attendees: 5 }, seed)
        const plan = planConference(problem, seed, limits)
        const repaired = planConference(publish(problem, plan.placements), seed, limits, 'repair')
        expect(movedBetween(plan.placements, repaired.placements)).toEqual([])
      }),
      { numRuns: 10, seed: 1 },
    )
  })

  test('of a programme whose room is gone moves those that stood in it, and few others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (seed) => {
        const problem = madeUpConference({ sessions: 14, rooms: 4, days: 2, slotsPerDay: 5, attendees: 5 }, seed)
        const plan = planConference(problem, seed, limits)
        const gone = problem.rooms[2]!.id
        const closed = problem.days.map(({ from, to }) => ({ from, to }))
        const rooms = problem.rooms.map((room) => (room.id === gone ? { ...room, unavailable: closed } : room))
        const broken = { ...publish(problem, plan.placements), rooms }
        const repaired = planConference(broken, seed, limits, 'repair')
        const homeless = plan.placements.filter(({ room }) => room === gone).map(({ session }) => session)
        const moved = movedBetween(plan.placements, repaired.placements)
        expect(judgeConference(broken, repaired.placements).violations).toEqual([])
        expect(moved).toEqual(expect.arrayContaining(homeless))
        expect(moved.length).toBeLessThanOrEqual(2 * homeless.length + repaired.unplaced.length)
      }),
      { numRuns: 10, seed: 1 },
    )
  })

  test('finds a place for a session that is new, and leaves the others alone', () => {
    const home = (time: string) => ({ published: { start: at(time), room: 'den' } })
    const problem = smallConference({ a: home('09:00'), b: home('10:00'), late: { people: ['ada'] } })
    const { placements, unplaced } = planConference(problem, 1, limits, 'repair')
    expect(unplaced).toEqual([])
    expect(placements.slice(0, 2)).toEqual([
      { session: 'a', start: at('09:00'), room: 'den' },
      { session: 'b', start: at('10:00'), room: 'den' },
    ])
  })
})

describe('problems at the edge', () => {
  test.each([
    ['no session', smallConference({}), []],
    ['no room', smallConference({ a: {} }, { rooms: [] }), ['a']],
    [
      'a day without a start',
      smallConference({ a: {} }, { days: [{ from: at('09:00'), to: at('17:00'), starts: [] }] }),
      ['a'],
    ],
    [
      'a day that is all break',
      smallConference(
        { a: {} },
        { days: [{ from: at('09:00'), to: at('17:00'), breaks: [{ from: at('09:00'), to: at('17:00') }] }] },
      ),
      ['a'],
    ],
    ['only what is fixed', smallConference({ a: { fixed: { start: at('10:00'), room: 'den' } } }), []],
  ])('%s', (_, problem, unplaced) => {
    const plan = planConference(problem, 1, { work: 200_000 })
    expect(plan.unplaced).toEqual(unplaced)
    expect(plan.placements.length).toBe(problem.sessions.length - unplaced.length)
    expect(plan.cost).toBe(0)
  })
})
