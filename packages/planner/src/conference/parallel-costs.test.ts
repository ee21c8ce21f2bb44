import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from './instance.ts'
import { madeUpConference } from './made-up.ts'
import { ParallelCosts } from './parallel-costs.ts'
import { Programme } from './programme.ts'
import { emptyTerms, type Group } from './terms.ts'

const problem = madeUpConference({ sessions: 9, rooms: 2, days: 2, slotsPerDay: 5, attendees: 0 }, 3)
const instance = compile({ ...problem, gridMinutes: 15, days: problem.days.map(({ from, to }) => ({ from, to })) })
const groups: Group[] = [
  { kind: 'parallel', sessions: [0, 1, 2, 5, 8], weight: 3 },
  { kind: 'parallel', sessions: [1, 2, 3, 4], weight: 10 },
  { kind: 'lone', sessions: [0, 1], weight: 1_000 },
]
const programme = new Programme(instance, emptyTerms(instance.sessions, instance.positions, instance.rooms))
const weightOf = (a: number, b: number): number =>
  groups
    .filter(({ kind, sessions }) => kind === 'parallel' && sessions.includes(a) && sessions.includes(b))
    .reduce((sum, { weight }) => sum + weight, 0)

const anyPositions = fc.array(fc.integer({ min: 0, max: instance.positions - 1 }), { minLength: 9, maxLength: 9 })

test('a session costs what it meets, itself included', () => {
  fc.assert(
    fc.property(anyPositions, fc.nat(8), fc.integer({ min: 0, max: instance.positions - 1 }), (at, session, to) => {
      const costs = new ParallelCosts(instance, groups)
      at.forEach((position, other) => {
        costs.step(other, position, 1)
      })
      const met = at.reduce(
        (sum, position, other) =>
          programme.inParallel(session, to, other, position) ? sum + weightOf(session, other) : sum,
        0,
      )
      expect(costs.price(session, to)).toBe(met)
      expect(costs.own(session)).toBe(weightOf(session, session))
    }),
  )
})

test('whoever goes leaves no trace', () => {
  fc.assert(
    fc.property(anyPositions, (at) => {
      const costs = new ParallelCosts(instance, groups)
      const empty = costs.stateDigest()
      for (const sign of [1, -1]) for (const [session, position] of at.entries()) costs.step(session, position, sign)
      expect(costs.stateDigest()).toBe(empty)
    }),
    { numRuns: 20 },
  )
})

test('two sessions cost the weights of the groups that they share', () => {
  const costs = new ParallelCosts(instance, groups)
  expect([costs.between(1, 2), costs.between(2, 3), costs.between(0, 8), costs.between(0, 7)]).toEqual([13, 10, 3, 0])
  expect([costs.groupsOf(1), costs.groupsOf(7)]).toEqual([2, 0])
})
