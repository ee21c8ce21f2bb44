import { toMinutes } from '../wall-time.ts'
import type { SoftConstraint } from './types.ts'

export const publishedChange: SoftConstraint = {
  name: 'published-change',
  meaning:
    'a session leaves its published place: 100 for the move, 1 for every quarter of an hour it moves by (at most 96), 2 for another room, and as much again for every 10 people affected',
  defaultWeight: 10,
  contribute({ problem, roomIndex, positions, startOf, origin }, weight, terms) {
    problem.sessions.forEach((session, i) => {
      if (!session.published) return
      const home = toMinutes(session.published.start) - origin
      const room = roomIndex.get(session.published.room)!
      const reach = weight + Math.ceil((weight * (session.affected ?? 0)) / 10)
      terms.change[i] = 100 * reach
      terms.homePosition[i] = startOf.indexOf(home)
      terms.homeRoom[i] = room
      for (let position = 0; position < positions; position++) {
        const quarters = Math.min(96, Math.ceil(Math.abs(startOf[position]! - home) / 15))
        terms.time[i * positions + position]! += reach * quarters
      }
      for (let r = 0; r < problem.rooms.length; r++) {
        if (r !== room) terms.room[i * problem.rooms.length + r]! += 2 * reach
      }
    })
  },
}
