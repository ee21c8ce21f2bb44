import { byValue } from './grouping.ts'
import type { SoftConstraint } from './types.ts'

export const similarParallel: SoftConstraint = {
  name: 'similar-parallel',
  meaning: 'two sessions of one topic run at the same time; each topic they share counts',
  defaultWeight: 30,
  contribute({ problem }, weight, terms) {
    for (const sessions of byValue(problem.sessions, (session) => session.topics ?? [])) {
      terms.groups.push({ kind: 'parallel', sessions, weight })
    }
  },
}
