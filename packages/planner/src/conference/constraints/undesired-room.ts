import type { SoftConstraint } from './types.ts'

export const undesiredRoom: SoftConstraint = {
  name: 'undesired-room',
  meaning: 'a session stands in a room that is not wished',
  defaultWeight: 20,
  contribute({ problem }, weight, terms) {
    problem.sessions.forEach((session, i) => {
      const wished = session.undesiredRooms ?? []
      if (wished.length === 0) return
      problem.rooms.forEach((room, r) => {
        if (wished.includes(room.id)) terms.room[i * problem.rooms.length + r]! += weight
      })
    })
  },
}
