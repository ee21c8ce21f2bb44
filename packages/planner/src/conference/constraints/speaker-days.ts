import { sessionsByPerson } from '../pair-rules.ts'
import type { SoftConstraint } from './types.ts'

export const speakerDays: SoftConstraint = {
  name: 'speaker-days',
  meaning: 'a speaker has to stay one day more, counted from the first to the last session',
  defaultWeight: 15,
  contribute({ problem, days }, weight, terms) {
    if (days === 1) return
    for (const sessions of sessionsByPerson(problem).values()) {
      if (sessions.length > 1) terms.groups.push({ kind: 'span', sessions, weight })
    }
  },
}
