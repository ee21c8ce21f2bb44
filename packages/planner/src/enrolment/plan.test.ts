import { expect, test } from 'vitest'
import { judgeEnrolment } from '../checker/enrolment.ts'
import { madeUpEnrolment } from './made-up.ts'
import { planEnrolment } from './plan.ts'

const limits = { work: 20_000_000 }

test('the same problem, seed and work give the same timetable', () => {
  const problem = madeUpEnrolment(100, 4, 80, 1)
  const first = planEnrolment(problem, 3, limits)
  expect(planEnrolment(problem, 3, limits)).toEqual(first)
  expect(planEnrolment(problem, 4, limits).slot).not.toEqual(first.slot)
})

test('a nearly full timetable is filled, and the cost it tells is the checker’s', () => {
  for (let seed = 0; seed < 3; seed++) {
    const problem = madeUpEnrolment(165, 4, 40, seed)
    const plan = planEnrolment(problem, seed, { work: 40_000_000 })
    expect(judgeEnrolment(problem, plan)).toEqual({ violations: [], distance: 0, softCost: plan.softCost })
  }
})

test('an event that needs what no room has is left out and named', () => {
  const problem = madeUpEnrolment(20, 3, 10, 1)
  const eventFeatures = problem.eventFeatures.map((list, event) => (event === 7 ? [99] : list))
  const plan = planEnrolment({ ...problem, eventFeatures }, 1, limits)
  expect(plan.unplaced).toEqual([7])
  expect(plan.slot[7]).toBe(-1)
  expect(plan.ending).not.toBe('optimal')
})

test('more events than cells: the search ends and the timetable is valid', () => {
  const made = madeUpEnrolment(90, 2, 10, 1)
  const free = { capacity: [10], roomFeatures: [[]], eventFeatures: made.eventFeatures.map(() => []) }
  const problem = { ...made, ...free }
  const plan = planEnrolment(problem, 1, limits)
  expect(plan.unplaced.length).toBeGreaterThanOrEqual(45)
  expect(judgeEnrolment(problem, plan).violations).toEqual([])
})
