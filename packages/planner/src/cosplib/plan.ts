import { Annealing, lateOrder, type Progress } from '../search/annealing.ts'
import { Budget, type Ending, type Limits } from '../search/budget.ts'
import { Random } from '../search/random.ts'
import { Construction } from './construction.ts'
import { compile } from './instance.ts'
import { CosplibLandscape } from './landscape.ts'
import { searchPrice, truePrice } from './prices.ts'
import type { CosplibPlan, CosplibProblem } from './problem.ts'
import { CosplibState } from './state.ts'
import { validate } from './validation.ts'

export type CosplibResult = CosplibPlan & {
  /** The objective of CoSPLib, as long as nothing is unplaced. */
  readonly cost: number
  /** Submissions that found no slots; with any of them the plan is not improved. */
  readonly unplaced: readonly string[]
  readonly ending: Ending
  readonly work: number
  readonly evaluated: number
}

/** Share of the work that is kept for going downhill by the true costs. */
const downhill = 0.08
const block = 100_000

/**
 * Plans a conference of CoSPLib: places everything, anneals with costs drawn together, then goes downhill by the true ones. The same
 * problem, seed and work give the same plan on every machine. Throws ProblemError where plainly no plan exists.
 */
export function planCosplib(
  problem: CosplibProblem,
  seed: number,
  limits: Limits,
  onProgress?: (progress: Progress) => void,
): CosplibResult {
  validate(problem)
  const budget = new Budget(limits)
  const random = new Random(seed)
  const rough = new CosplibState(compile(problem, searchPrice))
  const unplaced = new Construction(rough, random).run(budget)
  const state = new CosplibState(compile(problem, truePrice))
  let evaluated = 0
  let { ending } = budget
  if (unplaced.length === 0 && ending === 'work done') {
    const search = new Budget(shareOf(budget))
    const landscape = new CosplibLandscape(rough, random)
    new Annealing(landscape, random).run(search, lateOrder, onProgress)
    budget.spend(search.spent)
    ending = search.ending
    evaluated = landscape.evaluated
  }
  rough.cell.forEach((cell, submission) => {
    if (cell !== -1) state.put(submission, cell, rough.start[submission]!)
  })
  if (unplaced.length === 0 && ending !== 'cancelled') {
    evaluated += goDownhill(new CosplibLandscape(state, random), random, budget)
  }
  return {
    ...planOf(state),
    cost: state.recount(),
    unplaced: unplaced.map((submission) => problem.submissions[submission]!.name),
    ending: ending === 'work done' ? budget.ending : ending,
    work: budget.spent,
    evaluated,
  }
}

/** What annealing may use of what is left. */
function shareOf(budget: Budget): Limits {
  const { limits } = budget
  const work = budget.left() * (1 - downhill)
  if (limits.cpuSeconds === undefined) return { ...limits, work }
  return { ...limits, work, cpuSeconds: (limits.cpuSeconds - budget.seconds()) * (1 - downhill) }
}

/** Makes every move that costs nothing or less until the budget is used up; returns how many were looked at. */
function goDownhill(landscape: CosplibLandscape, random: Random, budget: Budget): number {
  let reported = 0
  while (budget.ending === 'work done' && landscape.cost > landscape.bound && budget.left() > 0) {
    while (landscape.work - reported < block) landscape.step(random.below(landscape.kinds), 0)
    if (budget.spend(landscape.work - reported)) break
    reported = landscape.work
  }
  return landscape.evaluated
}

/** The plan that stands in `state`. */
export function planOf({ instance, track, slot }: CosplibState): CosplibPlan {
  const { sessions, rooms, slotsOf, width } = instance
  const each = <T>(make: (cell: number) => T): T[][] =>
    Array.from({ length: sessions }, (_, s) => Array.from({ length: rooms }, (_, r) => make(s * rooms + r)))
  return {
    tracks: each((cell) => track[cell]!),
    submissions: each((cell) => [...slot.subarray(cell * width, cell * width + slotsOf[cell]!)]),
  }
}
