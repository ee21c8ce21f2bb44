import { Annealing, type Course, earlyOrder, lateOrder, type Progress } from '../search/annealing.ts'
import { Budget, type Ending, endingOf, type Limits } from '../search/budget.ts'
import { Random } from '../search/random.ts'
import { Construction } from './construction.ts'
import { type Impossible, whyImpossible } from './impossible.ts'
import { compile } from './instance.ts'
import { EnrolmentLandscape } from './landscape.ts'
import type { EnrolmentPlan, EnrolmentProblem } from './problem.ts'
import { Timetable } from './timetable.ts'
import { validate } from './validation.ts'

export type EnrolmentResult = EnrolmentPlan & {
  readonly softCost: number
  /** Events that found no place. */
  readonly unplaced: readonly number[]
  /** When some found none: what proves that there is none for all; empty when nothing does. */
  readonly impossible: readonly Impossible[]
  readonly ending: Ending
  readonly work: number
  readonly evaluated: number
  /** CPU seconds until every event stood; 0 without a clock. */
  readonly feasibleAfter: number
}

/**
 * Plans a timetable: first every event into a place it may have, then as few annoyances for students as the limits allow. The task
 * `place` ends with the first. Throws ProblemError for a problem that makes no sense.
 */
export function planEnrolment(
  problem: EnrolmentProblem,
  seed: number,
  limits: Limits,
  task: 'plan' | 'place' = 'plan',
  onProgress?: (progress: Progress) => void,
): EnrolmentResult {
  validate(problem)
  const budget = new Budget(limits)
  const random = new Random(seed)
  const instance = compile(problem)
  const timetable = new Timetable(instance)
  const unplaced = new Construction(timetable, random).run(budget)
  const feasibleAfter = budget.seconds()
  const landscape = new EnrolmentLandscape(timetable, random)
  if (task === 'plan' && budget.ending === 'work done' && budget.left() > 0)
    new Annealing(landscape, random).run(budget, courseFor(problem), onProgress)
  return {
    slot: [...timetable.slot],
    room: [...timetable.room],
    softCost: timetable.cost,
    unplaced,
    impossible: unplaced.length > 0 ? whyImpossible(problem, instance) : [],
    ending: endingOf(budget, unplaced.length),
    work: budget.spent,
    evaluated: landscape.evaluated,
    feasibleAfter,
  }
}

/** Without orders and closed slots any two events can change places somehow; with them timetables lock into each other. */
function courseFor({ order, available, days, slotsPerDay }: EnrolmentProblem): Course {
  const open = order.length === 0 && available.every((slots) => slots.length === days * slotsPerDay)
  return open ? lateOrder : earlyOrder
}
