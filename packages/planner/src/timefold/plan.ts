import { Annealing, type Course, type Progress } from '../search/annealing.ts'
import { Budget, type Ending, type Limits } from '../search/budget.ts'
import { Random } from '../search/random.ts'
import { compile } from './instance.ts'
import { TimefoldLandscape } from './landscape.ts'
import type { TimefoldPlan, TimefoldProblem } from './problem.ts'
import { validate } from './validation.ts'

export type TimefoldResult = TimefoldPlan & {
  readonly ending: Ending
  readonly work: number
  readonly evaluated: number
}

/** As for our own conferences: nearly all order is mended late. */
const course: Course = { begin: 0.9, knee: 0.98, end: 0.9999, kneeShare: 0.7 }

/**
 * Plans a conference of the Timefold example with all 36 constraints. Ask `scoreTimefold` of the checker for its score. Throws
 * ProblemError for a problem that makes no sense or has no place for every talk.
 */
export function planTimefold(
  problem: TimefoldProblem,
  seed: number,
  limits: Limits,
  onProgress?: (progress: Progress) => void,
): TimefoldResult {
  validate(problem)
  const budget = new Budget(limits)
  const random = new Random(seed)
  const landscape = new TimefoldLandscape(compile(problem), random)
  new Annealing(landscape, random).run(budget, course, onProgress)
  const { slot, room } = landscape.state
  return { slot: [...slot], room: [...room], ending: budget.ending, work: budget.spent, evaluated: landscape.evaluated }
}
