import { addOverlap } from '../terms.ts'
import { byValue, forPairs } from './grouping.ts'
import type { SoftConstraint } from './types.ts'

export const similarParallel: SoftConstraint = {
  name: 'similar-parallel',
  meaning: 'two sessions of one topic run at the same time; each topic they share counts',
  defaultWeight: 30,
  contribute({ problem }, weight, terms) {
    for (const group of byValue(problem.sessions, (session) => session.topics ?? [])) {
      forPairs(group, (a, b) => addOverlap(terms, a, b, weight))
    }
  },
}
