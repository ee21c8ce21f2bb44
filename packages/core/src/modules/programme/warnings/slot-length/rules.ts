import { wallMinutes } from '../../grid/rules.ts'
import { toPlaced } from '../spans/rules.ts'
import type { SessionRule } from '../types.ts'

/** A session begins within a slot of its room and goes on after the slot has ended. */
export const longerThanSlot: SessionRule<'longer-than-slot'> = {
  kind: 'longer-than-slot',
  severity: 'warning',
  of: 'session',
  find: (session, { slotsOfDay }) => {
    const placed = toPlaced(session)
    if (!placed || session.isPlenary) return []
    return (slotsOfDay.get(placed.day) ?? [])
      .filter((slot) => slot.roomId === null || slot.roomId === session.roomId)
      .flatMap((slot) => {
        const begins = wallMinutes(slot.startsAt)
        const ends = begins + slot.durationMinutes
        if (placed.start < begins || placed.start >= ends || placed.end <= ends) return []
        const facts = { slotId: slot.id, minutesOver: placed.end - ends }
        return [{ about: [session.id, slot.id], sessionIds: [session.id], facts }]
      })
  },
}
