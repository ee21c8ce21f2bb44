import { judgeConference } from '../../checker/conference.ts'
import { Explainer } from '../../conference/explanation.ts'
import { planConference } from '../../conference/plan.ts'
import type { ConferenceProblem } from '../../conference/problem.ts'
import type { Family } from '../family.ts'
import { said, saidBroken } from '../sentences.ts'

/** Our own conferences: JSON in, placements as JSON out. */
export const conference: Family = {
  recognises: (file) => file.hasField('sessions'),
  plan(file, options, limits) {
    const problem = file.json() as ConferenceProblem
    const plan = planConference(problem, options.seed, limits, options.repair ? 'repair' : 'plan')
    const { placements, unplaced, cost } = plan
    const verdict = judgeConference(problem, placements)
    const counts = { placed: placements.length, unplaced: unplaced.length, cost }
    const report = [said('conference', counts), said(`ended ${plan.ending}`)]
    if (options.report) {
      const explainer = new Explainer(problem, placements)
      for (const [wish, price] of Object.entries(explainer.costs())) report.push(said('cost', { wish, cost: price }))
      for (const session of unplaced)
        report.push(said('session nowhere', { session, reasons: explainer.whyNowhere(session).join(' + ') }))
      if (problem.bookmarks) report.push(said('attendable', { percent: (100 * verdict.attendable).toFixed(1) }))
    }
    report.push(...saidBroken(verdict.violations))
    return { plan: `${JSON.stringify({ placements, unplaced, cost }, null, 2)}\n`, report }
  },
}
