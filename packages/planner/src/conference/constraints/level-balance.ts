import { byValue } from './grouping.ts'
import type { SoftConstraint } from './types.ts'

export const levelBalance: SoftConstraint = {
  name: 'level-balance',
  meaning: 'two sessions of the same level run at the same time, so that at another time there is no choice',
  defaultWeight: 2,
  contribute({ problem }, weight, terms) {
    for (const sessions of byValue(problem.sessions, (session) => (session.level ? [session.level] : []))) {
      terms.groups.push({ kind: 'parallel', sessions, weight })
    }
  },
}
