import { contains, toSpan } from '../wall-time.ts'
import type { SoftConstraint } from './types.ts'

export const preferredTime: SoftConstraint = {
  name: 'preferred-time',
  meaning: 'a session with preferred times stands outside all of them',
  defaultWeight: 20,
  contribute({ problem, positions, startOf, origin }, weight, terms) {
    problem.sessions.forEach((session, i) => {
      const times = (session.preferredTimes ?? []).map(toSpan)
      if (times.length === 0) return
      for (let position = 0; position < positions; position++) {
        const from = origin + startOf[position]!
        const span = { from, to: from + session.minutes }
        if (!times.some((time) => contains(time, span))) terms.time[i * positions + position]! += weight
      }
    })
  },
}
