import { overlaps, toSpan } from '../wall-time.ts'
import type { SoftConstraint } from './types.ts'

export const undesiredTime: SoftConstraint = {
  name: 'undesired-time',
  meaning: 'a session stands, even in part, at a time that is not wished',
  defaultWeight: 20,
  contribute({ problem, positions, startOf, origin }, weight, terms) {
    problem.sessions.forEach((session, i) => {
      const times = (session.undesiredTimes ?? []).map(toSpan)
      if (times.length === 0) return
      for (let position = 0; position < positions; position++) {
        const from = origin + startOf[position]!
        const span = { from, to: from + session.minutes }
        if (times.some((time) => overlaps(time, span))) terms.time[i * positions + position]! += weight
      }
    })
  },
}
