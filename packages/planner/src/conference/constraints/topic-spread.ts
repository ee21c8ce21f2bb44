import { byValue } from './grouping.ts'
import type { SoftConstraint } from './types.ts'

export const topicSpread: SoftConstraint = {
  name: 'topic-spread',
  meaning: 'a day has one session of a topic more than its even share, rounded up',
  defaultWeight: 10,
  contribute({ problem, days }, weight, terms) {
    if (days === 1) return
    for (const sessions of byValue(problem.sessions, (session) => session.topics ?? [])) {
      terms.groups.push({ kind: 'even', sessions, weight, limit: Math.ceil(sessions.length / days) })
    }
  },
}
