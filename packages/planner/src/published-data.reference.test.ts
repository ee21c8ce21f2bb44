import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judgeEnrolment } from './checker/enrolment.ts'
import { scoreTimefold } from './checker/timefold.ts'
import { planEnrolment } from './enrolment/plan.ts'
import { readTim } from './formats/tim.ts'
import { planTimefold } from './timefold/plan.ts'
import type { TimefoldProblem } from './timefold/problem.ts'

const shared = process.env.FACHTAG_SHARED ?? new URL('../../../../shared', import.meta.url).pathname
const read = (path: string): string => readFileSync(`${shared}/data/planner/${path}`, 'utf8')

test.each(['itc2007/comp-2007-2-2.tim', 'itc2007/comp-2007-2-10.tim', 'itc2002/competition07.tim'])(
  '%s: every event finds a place, and the checker agrees on the cost',
  (file) => {
    const problem = readTim(read(file))
    const plan = planEnrolment(problem, 1, { work: 900_000_000 })
    expect(judgeEnrolment(problem, plan)).toEqual({ violations: [], distance: 0, softCost: plan.softCost })
  },
)

test.each([1, 2])('an easy instance of ITC-2007 is solved to the best possible cost with seed %d', (seed) => {
  const problem = readTim(read('itc2007/comp-2007-2-8.tim'))
  expect(planEnrolment(problem, seed, { work: 4_000_000_000 }).ending).toBe('optimal')
})

test('Timefold’s 72 talks: no hard constraint broken and far fewer points lost than its own test asks for', () => {
  const problem = JSON.parse(read('timefold/72talks-12timeslots-10rooms.json')) as TimefoldProblem
  const score = scoreTimefold(problem, planTimefold(problem, 1, { work: 100_000_000 }))
  expect(score.broken).toEqual([])
  expect(score.soft).toBeGreaterThan(-806_745)
})
