import { scoreCosplib } from '../../checker/cosplib.ts'
import { planCosplib } from '../../cosplib/plan.ts'
import { readCosplib } from '../../formats/cosplib.ts'
import { writeCosplibPlan } from '../../formats/cosplib-plan.ts'
import type { Family } from '../family.ts'
import { said, saidBroken } from '../sentences.ts'

/** Conferences of CoSPLib: workbook in, a solution that its own checker reads out. */
export const cosplib: Family = {
  writes: 'bytes',
  recognises: (file) => file.endsWith('.xlsx'),
  plan(file, { seed, report }, limits) {
    const problem = readCosplib(file.bytes)
    const plan = planCosplib(problem, seed, limits)
    const { objective, costs, broken } = scoreCosplib(problem, plan)
    const counted = Object.entries(costs).filter(([, cost]) => cost > 0)
    return {
      plan: writeCosplibPlan(problem, plan),
      report: [
        said('objective', { objective, unplaced: plan.unplaced.length }),
        said('search', { evaluated: plan.evaluated }),
        said(`ended ${plan.ending}`),
        ...(report ? counted.map(([wish, cost]) => said('cost', { wish, cost })) : []),
        ...saidBroken(broken),
      ],
    }
  },
}
