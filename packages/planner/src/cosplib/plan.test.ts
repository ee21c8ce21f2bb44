import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoreCosplib } from '../checker/cosplib.ts'
import { madeUpCosplib } from './made-up.ts'
import { planCosplib } from './plan.ts'

test('no plan breaks a hard rule, and its cost is what the checker counts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 60 }), fc.integer({ min: 0, max: 1_000 }), (size, seed) => {
      const problem = madeUpCosplib(size, seed)
      const plan = planCosplib(problem, seed, { work: 2_000_000 })
      const { objective, broken } = scoreCosplib(problem, plan)
      expect(broken.length > 0).toBe(plan.unplaced.length > 0)
      expect(objective).toBe(plan.cost)
    }),
    { numRuns: 25 },
  )
})

test('the same seed gives the same plan, and more work a better one', () => {
  const problem = madeUpCosplib(60, 7)
  const plan = planCosplib(problem, 1, { work: 5_000_000 })
  expect(planCosplib(problem, 1, { work: 5_000_000 })).toEqual(plan)
  expect(planCosplib(problem, 1, { work: 50_000_000 }).cost).toBeLessThan(plan.cost)
})

test('slots that fit exactly are all used', () => {
  const made = madeUpCosplib(12, 1)
  const problem = {
    ...made,
    rooms: ['a', 'b'],
    sessions: [2, 3, 4].map((slots, i) => ({ name: `s${i}`, slots, from: 600, to: 700 })),
    sessionRooms: [0, 1, 2].map(() => [0, 0]),
    tracks: [4, 4, 5, 5].map((_, t) => ({ ...made.tracks[0]!, name: `t${t}`, similar: [0, 0, 0, 0] })),
    submissions: [2, 2, 2, 2, 3, 2, 3, 2].map((slots, i) => ({
      ...made.submissions[0]!,
      name: `x${i}`,
      track: Math.floor(i / 2),
      slots,
      sessions: [0, 0, 0],
      rooms: [0, 0],
    })),
  }
  const plan = planCosplib(problem, 1, { work: 5_000_000 })
  expect(plan.unplaced).toEqual([])
  expect(plan.submissions.flat(2)).not.toContain(-1)
})

test('a wish to stop ends the search with a whole plan', () => {
  const problem = madeUpCosplib(40, 3)
  const plan = planCosplib(problem, 1, { work: 1e12, cancelled: () => true })
  expect(plan.ending).toBe('cancelled')
  const late = { calls: 0 }
  const stopped = planCosplib(problem, 1, { work: 1e12, cancelled: () => ++late.calls > 200 })
  expect(stopped).toMatchObject({ ending: 'cancelled', unplaced: [] })
  expect(scoreCosplib(problem, stopped).broken).toEqual([])
})

test.each([
  [
    'a submission longer than any session',
    (made: ReturnType<typeof madeUpCosplib>) => ({
      ...made,
      submissions: made.submissions.map((submission, i) => (i === 3 ? { ...submission, slots: 9 } : submission)),
    }),
    'submission-too-long: submission submission 3, slots 9, longest 4',
  ],
  [
    'more submissions than slots',
    (made: ReturnType<typeof madeUpCosplib>) => ({ ...made, sessions: made.sessions.slice(0, 1) }),
    'slots-too-few: needed 33, given 16',
  ],
  [
    'more tracks than cells',
    (made: ReturnType<typeof madeUpCosplib>) => ({
      ...made,
      sessions: made.sessions.slice(0, 1).map((session) => ({ ...session, slots: 50 })),
    }),
    'cells-too-few: needed 5, given 4',
  ],
])('%s: no plan, and the reason', (_, change, message) => {
  expect(() => planCosplib(change(madeUpCosplib(30, 1)), 1, { work: 1e12 })).toThrow(message)
})

test('what only turns out while placing is named, and the search ends', () => {
  const made = madeUpCosplib(10, 1)
  const problem = {
    ...made,
    sessions: made.sessions.slice(0, 2).map((session) => ({ ...session, slots: 3 })),
    rooms: made.rooms.slice(0, 1),
    tracks: made.tracks.slice(0, 1),
    submissions: made.submissions.slice(0, 3).map((submission) => ({ ...submission, track: 0, slots: 2 })),
  }
  const plan = planCosplib(problem, 1, { work: 3_000_000 })
  expect(plan.unplaced).toHaveLength(1)
  expect(scoreCosplib(problem, plan).broken).toEqual([`${plan.unplaced[0]} has 0 of 2 slots`])
})
