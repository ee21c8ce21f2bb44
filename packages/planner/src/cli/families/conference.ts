import { judgeConference } from '../../checker/conference.ts'
import { Explainer } from '../../conference/explanation.ts'
import { planConference } from '../../conference/plan.ts'
import { readConference } from '../../formats/conference.ts'
import type { Family } from '../family.ts'
import { type Said, said, saidBroken } from '../sentences.ts'

/** Our own conferences: JSON in, placements as JSON out. */
export const conference: Family = {
  writes: 'text',
  recognises: (file) => file.hasField('sessions'),
  plan(file, options, limits) {
    const problem = readConference(file.json())
    const plan = planConference(problem, options.seed, limits, options.repair ? 'repair' : 'plan')
    const { placements, unplaced, cost } = plan
    const verdict = judgeConference(problem, placements)
    const counts = { placed: placements.length, unplaced: unplaced.length, cost }
    const report = [said('conference', counts), said(`ended ${plan.ending}`)]
    if (options.report) {
      const explainer = new Explainer(problem, placements)
      for (const [wish, price] of Object.entries(explainer.costs())) report.push(said('cost', { wish, cost: price }))
      for (const session of unplaced) report.push(whyNowhere(session, explainer.whyNowhere(session)))
      if (problem.bookmarks) report.push(said('attendable', { percent: Math.round(1000 * verdict.attendable) / 10 }))
    }
    report.push(...saidBroken(verdict.violations))
    return { plan: `${JSON.stringify({ placements, unplaced, cost }, null, 2)}\n`, report }
  },
}

/** More reasons than anybody reads about one session. */
const mostReasons = 8

function whyNowhere(session: string, reasons: readonly string[]): Said {
  if (reasons.length === 0) return said('session waiting', { session })
  const named = reasons.slice(0, mostReasons).join(' + ')
  const left = reasons.length - mostReasons
  return said('session nowhere', { session, reasons: left > 0 ? `${named} + … (${left})` : named })
}
