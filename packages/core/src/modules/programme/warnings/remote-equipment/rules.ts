import type { SessionRule } from '../types.ts'

/** Somebody is to take part by video in a room that is not said to have the equipment for it. */
export const remoteWithoutEquipment: SessionRule<'remote-without-equipment'> = {
  kind: 'remote-without-equipment',
  severity: 'error',
  of: 'session',
  find: ({ id, roomId, appearances }, world) => {
    if (roomId === null || world.equipment.get(roomId)?.has('remote')) return []
    const remote = appearances.filter((held) => held.state === 'planned' && held.mode === 'remote')
    if (remote.length === 0) return []
    const appearanceIds = remote.map((held) => held.id).sort()
    return [{ about: [id, roomId], sessionIds: [id], facts: { roomId, appearanceIds } }]
  },
}
