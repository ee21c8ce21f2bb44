import type { SessionRule } from '../types.ts'

/** More people are expected than the room holds. Says nothing where either number is unknown. */
export const roomTooSmall: SessionRule<'room-too-small'> = {
  kind: 'room-too-small',
  severity: 'warning',
  of: 'session',
  find: ({ id, roomId }, world) => {
    const capacity = world.rooms.get(roomId ?? '')?.capacity ?? null
    const expectedCount = world.needs.get(id)?.expectedCount ?? null
    if (roomId === null || capacity === null || expectedCount === null || expectedCount <= capacity) return []
    return [{ about: [id, roomId], sessionIds: [id], facts: { roomId, capacity, expectedCount } }]
  },
}
