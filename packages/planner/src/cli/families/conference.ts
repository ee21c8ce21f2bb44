import { judgeConference } from '../../checker/conference.ts'
import { Explainer } from '../../conference/explanation.ts'
import { planConference } from '../../conference/plan.ts'
import type { ConferenceProblem } from '../../conference/problem.ts'
import type { Family } from '../family.ts'

/** Our own conferences: JSON in, placements as JSON out. */
export const conference: Family = {
  recognises: (file) => file.hasField('sessions'),
  plan(file, options, limits) {
    const problem = file.json() as ConferenceProblem
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
  },
}
