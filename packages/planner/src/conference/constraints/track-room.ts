import { byValue } from './grouping.ts'
import type { SoftConstraint } from './types.ts'

export const trackRoom: SoftConstraint = {
  name: 'track-room',
  meaning: 'a track uses one room more than one on a day',
  defaultWeight: 60,
  contribute({ problem }, weight, terms) {
    for (const sessions of byValue(problem.sessions, (session) => (session.track ? [session.track] : []))) {
      terms.groups.push({ kind: 'rooms', sessions, weight })
    }
  },
}
