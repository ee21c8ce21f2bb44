import { sessionsByPerson } from '../pair-rules.ts'
import type { SoftConstraint } from './types.ts'

export const longRun: SoftConstraint = {
  name: 'long-run',
  meaning: 'a speaker has one session in a row more than can be borne, with no more than 15 minutes in between',
  defaultWeight: 20,
  contribute({ problem }, weight, terms) {
    const limit = problem.inARow ?? 2
    for (const sessions of sessionsByPerson(problem).values()) {
      if (sessions.length > limit) terms.groups.push({ kind: 'run', sessions, weight, limit })
    }
  },
}
