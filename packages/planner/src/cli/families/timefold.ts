import { scoreTimefold } from '../../checker/timefold.ts'
import { readTimefold } from '../../formats/timefold.ts'
import { planTimefold } from '../../timefold/plan.ts'
import type { Family } from '../family.ts'
import { said, saidBroken } from '../sentences.ts'

/** The conference example of Timefold: JSON in, the same JSON with slots and rooms out. */
export const timefold: Family = {
  writes: 'text',
  recognises: (file) => file.hasField('talks'),
  plan(file, { seed }, limits) {
    const problem = readTimefold(file.json())
    const plan = planTimefold(problem, seed, limits)
    const { hard, soft, broken } = scoreTimefold(problem, plan)
    const talks = problem.talks.map((talk, i) => ({ ...talk, slot: plan.slot[i], room: plan.room[i] }))
    return {
      plan: `${JSON.stringify({ ...problem, talks }, null, 2)}\n`,
      report: [
        said('score', { hard, soft }),
        said('search', { evaluated: plan.evaluated }),
        said(`ended ${plan.ending}`),
        ...saidBroken(broken),
      ],
    }
  },
}
