import type { SoftConstraint } from './types.ts'

export const preferredRoom: SoftConstraint = {
  name: 'preferred-room',
  meaning: 'a session with preferred rooms stands in none of them',
  defaultWeight: 20,
  contribute({ problem }, weight, terms) {
    problem.sessions.forEach((session, i) => {
      const wished = session.preferredRooms ?? []
      if (wished.length === 0) return
      problem.rooms.forEach((room, r) => {
        if (!wished.includes(room.id)) terms.room[i * problem.rooms.length + r]! += weight
      })
    })
  },
}
