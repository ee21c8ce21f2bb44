import { sessionsByPerson } from '../pair-rules.ts'
import type { SoftConstraint } from './types.ts'

export const loneSession: SoftConstraint = {
  name: 'lone-session',
  meaning: 'a speaker or an attendee has exactly one session on a day and more than one at the conference',
  defaultWeight: 3,
  contribute({ problem, sessionIndex, days }, weight, terms) {
    if (days === 1) return
    for (const sessions of sessionsByPerson(problem).values()) {
      if (sessions.length > 1) terms.groups.push({ kind: 'lone', sessions, weight })
    }
    for (const { sessions, count = 1 } of problem.bookmarks ?? []) {
      const marked = [...new Set(sessions)].map((id) => sessionIndex.get(id)!)
      if (marked.length > 1) terms.groups.push({ kind: 'lone', sessions: marked, weight: weight * count })
    }
  },
}
