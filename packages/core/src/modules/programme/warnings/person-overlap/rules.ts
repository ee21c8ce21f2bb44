import { inAnyOrder, overlapOf, overlappingPairs } from '../spans/rules.ts'
import type { BondRule } from '../types.ts'

/**
 * Two sessions at the same time have one person, whatever their roles, on site or by video. Two in the same room are one
 * place: that is the room's warning, not the person's.
 */
export const personInTwoPlaces: BondRule<'person-in-two-places'> = {
  kind: 'person-in-two-places',
  severity: 'error',
  of: 'person',
  find: (sessions, personId) =>
    overlappingPairs(sessions)
      .filter(([a, b]) => a.session.roomId === null || a.session.roomId !== b.session.roomId)
      .map(([a, b]) => ({
        about: [personId, ...inAnyOrder(a, b)],
        sessionIds: [a.session.id, b.session.id],
        facts: { personId, overlapMinutes: overlapOf(a, b) },
      })),
}
