import { judgeConference } from '../checker/conference.ts'
import { judgeEnrolment } from '../checker/enrolment.ts'
import { scoreTimefold } from '../checker/timefold.ts'
import { Explainer } from '../conference/explanation.ts'
import { planConference } from '../conference/plan.ts'
import type { ConferenceProblem } from '../conference/problem.ts'
import { planEnrolment } from '../enrolment/plan.ts'
import { readTim, writeSln } from '../formats/tim.ts'
import { ProblemError } from '../problem-error.ts'
import type { Limits } from '../search/budget.ts'
import { limitsFor } from '../search/work.ts'
import { planTimefold } from '../timefold/plan.ts'
import type { TimefoldProblem } from '../timefold/problem.ts'
import type { Arguments } from './arguments.ts'

/** A finished plan as text in the problem's own format, and what there is to say about it. */
export type Outcome = { readonly plan: string; readonly report: readonly string[] }

/** Plans the problem in `text`; its format follows from the name of the file. The report is checked by the independent checker. */
export function run(text: string, options: Arguments, clock: () => number): Outcome {
  const limits = options.work === undefined ? limitsFor(options.cpuSeconds, clock) : { work: options.work, clock }
  if (options.problem.endsWith('.tim')) return runTimetable(text, options, limits)
  const problem = parseProblem(text)
  return 'talks' in problem ? runTimefold(problem, options, limits) : runConference(problem, options, limits)
}

function runTimetable(text: string, options: Arguments, limits: Limits): Outcome {
  const problem = readTim(text)
  const plan = planEnrolment(problem, options.seed, limits)
  const verdict = judgeEnrolment(problem, plan)
  return {
    plan: writeSln(plan),
    report: [
      `soft cost ${verdict.softCost}, distance to feasibility ${verdict.distance}`,
      `${plan.evaluated} moves evaluated, every event placed after ${plan.feasibleAfter.toFixed(2)} CPU-s, ended by: ${plan.ending}`,
      ...verdict.violations,
    ],
  }
}

function parseProblem(text: string): ConferenceProblem | TimefoldProblem {
  try {
    return JSON.parse(text) as ConferenceProblem | TimefoldProblem
  } catch (error) {
    throw new ProblemError('json-wrong', { reason: (error as Error).message })
  }
}

function runTimefold(problem: TimefoldProblem, options: Arguments, limits: Limits): Outcome {
  const plan = planTimefold(problem, options.seed, limits)
  const { hard, soft, broken } = scoreTimefold(problem, plan)
  const talks = problem.talks.map((talk, i) => ({ ...talk, slot: plan.slot[i], room: plan.room[i] }))
  return {
    plan: `${JSON.stringify({ ...problem, talks }, null, 2)}\n`,
    report: [`score ${hard}hard/${soft}soft, ${plan.evaluated} moves evaluated, ended by: ${plan.ending}`, ...broken],
  }
}

function runConference(problem: ConferenceProblem, options: Arguments, limits: Limits): Outcome {
  const plan = planConference(problem, options.seed, limits, options.repair ? 'repair' : 'plan')
  const { placements, unplaced, cost } = plan
  const verdict = judgeConference(problem, placements)
  const report = [
    `${placements.length} sessions placed, ${unplaced.length} without a place, cost ${cost}, ended by: ${plan.ending}`,
  ]
  if (options.report) {
    const explainer = new Explainer(problem, placements)
    for (const [wish, price] of Object.entries(explainer.costs())) report.push(`${wish}: ${price}`)
    for (const id of unplaced) report.push(`${id} has no place: ${explainer.whyNowhere(id).join(' + ')}`)
    if (problem.bookmarks) report.push(`${(100 * verdict.attendable).toFixed(1)} % of bookmarks can be attended`)
  }
  report.push(...verdict.violations)
  return { plan: `${JSON.stringify({ placements, unplaced, cost }, null, 2)}\n`, report }
}
