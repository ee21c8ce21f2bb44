import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeEnrolment } from '../checker/enrolment.ts'
import { Budget } from '../search/budget.ts'
import { Random } from '../search/random.ts'
import { Construction } from './construction.ts'
import { compile } from './instance.ts'
import { madeUpEnrolment } from './made-up.ts'
import type { EnrolmentProblem } from './problem.ts'
import { Timetable } from './timetable.ts'

function construct(problem: EnrolmentProblem, seed: number, work: number) {
  const timetable = new Timetable(compile(problem))
  const budget = new Budget({ work })
  const left = new Construction(timetable, new Random(seed)).run(budget)
  const plan = { slot: [...timetable.slot], room: [...timetable.room] }
  return { left, plan, cost: timetable.cost, budget, verdict: judgeEnrolment(problem, plan) }
}

test('breaks no rule and names what it left out, however little work it is given', () => {
  const counts = { complete: 0, partial: 0 }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.constantFrom(10_000, 1_000_000, 50_000_000), (seed, work) => {
      const problem = madeUpEnrolment(80, 2, 30, seed)
      const { left, plan, verdict, cost } = construct(problem, seed, work)
      expect(verdict.violations).toEqual([])
      expect(verdict.softCost).toBe(cost)
      expect([...left].sort((a, b) => a - b)).toEqual(plan.slot.flatMap((slot, event) => (slot === -1 ? [event] : [])))
      counts[left.length === 0 ? 'complete' : 'partial']++
    }),
    { numRuns: 30, seed: 1 },
  )
  expect(counts.complete).toBeGreaterThan(0)
  expect(counts.partial).toBeGreaterThan(0)
})

test('spends no more than half of what there is, so that something is left to improve with', () => {
  const impossible = { ...madeUpEnrolment(60, 3, 20, 1), capacity: [20], roomFeatures: [[0, 1, 2, 3]] }
  const { left, budget } = construct(impossible, 1, 4_000_000)
  expect(left.length).toBeGreaterThanOrEqual(15)
  expect(budget.spent).toBeLessThan(2_100_000)
})

test('an event without a slot, and one without a room, are left out and hold nobody up', () => {
  const problem = madeUpEnrolment(30, 3, 15, 2)
  const available = problem.available.map((own, event) => (event === 4 ? [] : own))
  const eventFeatures = problem.eventFeatures.map((own, event) => (event === 9 ? [77] : own))
  const { left, verdict } = construct({ ...problem, available, eventFeatures }, 1, 50_000_000)
  expect([left, verdict.violations]).toEqual([[4, 9], []])
})

test('of events that nobody attends as many are placed as others', () => {
  const made = madeUpEnrolment(50, 3, 0, 4)
  const free = made.eventFeatures.map(() => [])
  const { left } = construct(
    { ...made, capacity: [0], roomFeatures: [[]], eventFeatures: free, order: [] },
    1,
    20_000_000,
  )
  expect(left.length).toBeGreaterThanOrEqual(5)
  expect(left.length).toBeLessThan(8)
})

test('the same seed gives the same timetable', () => {
  const problem = madeUpEnrolment(90, 3, 40, 5)
  expect(construct(problem, 8, 20_000_000).plan).toEqual(construct(problem, 8, 20_000_000).plan)
})
