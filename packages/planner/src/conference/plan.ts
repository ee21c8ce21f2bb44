import { Annealing, type Course } from '../search/annealing.ts'
import { Budget, type Ending, endingOf, type Limits } from '../search/budget.ts'
import { Random } from '../search/random.ts'
import { compileTerms } from './constraints/all.ts'
import { Construction } from './construction.ts'
import { compile } from './instance.ts'
import { ConferenceLandscape } from './landscape.ts'
import type { ConferenceProblem, Placement } from './problem.ts'
import { Programme } from './programme.ts'
import { validate } from './validation.ts'
import { toWallTime } from './wall-time.ts'

/** Programmes mend nearly all of their order late: what comes before is not worth much of the time. */
const course: Course = { begin: 0.9, knee: 0.98, end: 0.9999, kneeShare: 0.7 }

/**
 * `plan`: place everything, then improve as long as the limits allow. `repair`: keep what is published and can stay,
 * and move as few sessions as possible for the rest.
 */
export type Task = 'plan' | 'repair'

export type ConferenceResult = {
  readonly placements: readonly Placement[]
  /** Sessions without a place; ask `Explainer.whyNowhere` why. */
  readonly unplaced: readonly string[]
  /** What the wishes cost, each times its weight. */
  readonly cost: number
  readonly ending: Ending
  /** Work done, in the units of `Limits`. */
  readonly work: number
  /** Moves whose cost was computed. */
  readonly evaluated: number
  /** CPU seconds until every session stood; 0 without a clock. */
  readonly feasibleAfter: number
}

/** How far a search has come (0 to 1), and where the sessions stand at this moment of it; what it returns in the end may be better. */
export type ConferenceProgress = { readonly share: number; placements(): readonly Placement[] }

/** Limits that tell of the progress whenever the search looks up, in whatever phase it is. */
function watched(
  limits: Limits,
  at: () => { budget: Budget; programme: Programme },
  onProgress: (progress: ConferenceProgress) => void,
): Limits {
  const cancelled = (): boolean => {
    const { budget, programme } = at()
    const share = Math.max(
      budget.spent / limits.work,
      budget.seconds() / (limits.cpuSeconds ?? Number.POSITIVE_INFINITY),
    )
    onProgress({ share: Math.min(1, share), placements: () => placementsOf(programme) })
    return limits.cancelled?.() ?? false
  }
  return { ...limits, cancelled }
}

/**
 * Plans a programme that keeps every hard rule; sessions that find no place are left out and named. The same problem,
 * seed and work give the same plan on every machine. Throws ProblemError for a problem that makes no sense.
 */
export function planConference(
  problem: ConferenceProblem,
  seed: number,
  limits: Limits,
  task: Task = 'plan',
  onProgress?: (progress: ConferenceProgress) => void,
): ConferenceResult {
  validate(problem)
  const budget: Budget = new Budget(onProgress ? watched(limits, () => ({ budget, programme }), onProgress) : limits)
  const random = new Random(seed)
  const instance = compile(problem)
  const programme = new Programme(instance, compileTerms(instance))
  const unplaced = new Construction(programme, random).run(budget)
  const feasibleAfter = budget.seconds()
  let evaluated = 0
  if (task === 'plan' && budget.ending === 'work done' && budget.left() > 0) {
    const landscape = new ConferenceLandscape(programme, random)
    new Annealing(landscape, random).run(budget, course)
    evaluated = landscape.evaluated
  }
  return {
    placements: placementsOf(programme),
    unplaced: unplaced.map((session) => problem.sessions[session]!.id),
    cost: programme.cost,
    ending: endingOf(budget, unplaced.length),
    work: budget.spent,
    evaluated,
    feasibleAfter,
  }
}

/** Where the placed sessions stand, in the order of the problem. */
export function placementsOf(programme: Programme): Placement[] {
  const { problem, startOf, origin } = programme.instance
  return problem.sessions.flatMap((session, i) => {
    const position = programme.position[i]!
    if (position === -1) return []
    const start = toWallTime(origin + startOf[position]!)
    return [{ session: session.id, start, room: problem.rooms[programme.room[i]!]!.id }]
  })
}
