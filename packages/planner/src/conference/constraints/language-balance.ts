import { byValue } from './grouping.ts'
import type { SoftConstraint } from './types.ts'

export const languageBalance: SoftConstraint = {
  name: 'language-balance',
  meaning: 'two sessions of the same language run at the same time, so that at another time there is no choice',
  defaultWeight: 2,
  contribute({ problem }, weight, terms) {
    for (const sessions of byValue(problem.sessions, (session) => (session.language ? [session.language] : []))) {
      terms.groups.push({ kind: 'parallel', sessions, weight })
    }
  },
}
