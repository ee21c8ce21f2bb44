import type { SoftConstraint } from './types.ts'

export const seats: SoftConstraint = {
  name: 'seats',
  meaning: 'one person more is expected than the room has seats',
  defaultWeight: 4,
  contribute({ problem }, weight, terms) {
    problem.sessions.forEach((session, i) => {
      problem.rooms.forEach((room, r) => {
        const missing = (session.demand ?? 0) - (room.capacity ?? Number.POSITIVE_INFINITY)
        if (missing > 0) terms.room[i * problem.rooms.length + r]! += weight * missing
      })
    })
  },
}
