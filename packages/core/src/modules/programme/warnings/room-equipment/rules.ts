import type { SessionRule } from '../types.ts'

/** The session needs something that its room is not said to have. */
export const roomLacksEquipment: SessionRule<'room-lacks-equipment'> = {
  kind: 'room-lacks-equipment',
  severity: 'warning',
  of: 'session',
  find: ({ id, roomId }, world) => {
    if (roomId === null) return []
    const present = world.equipment.get(roomId)
    const missing = (world.needs.get(id)?.equipment ?? []).filter((one) => !present?.has(one))
    return missing.length > 0 ? [{ about: [id, roomId], sessionIds: [id], facts: { roomId, missing } }] : []
  },
}
