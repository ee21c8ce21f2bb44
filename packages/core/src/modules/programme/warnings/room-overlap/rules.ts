import { inAnyOrder, overlapOf, overlappingPairs } from '../spans/rules.ts'
import type { BondRule } from '../types.ts'

/** Two sessions are in one room at the same time. One that begins when the other ends is not. */
export const roomTakenTwice: BondRule<'room-taken-twice'> = {
  kind: 'room-taken-twice',
  severity: 'error',
  of: 'room',
  find: (sessions, roomId) =>
    overlappingPairs(sessions).map(([a, b]) => ({
      about: [roomId, ...inAnyOrder(a, b)],
      sessionIds: [a.session.id, b.session.id],
      facts: { roomId, overlapMinutes: overlapOf(a, b) },
    })),
}
