import type { Board, BoardChange, MoveOf, MoveRefusal } from '../types.ts'

/** Each of the slots once; `unknown` where one is not on the board (any more). */
export function removeSlots({ slots }: Board, move: MoveOf<'remove-slots'>): BoardChange[] | MoveRefusal {
  const ids = [...new Set(move.slotIds)]
  const known = new Map(slots.map((slot) => [slot.id, slot]))
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0) return { kind: 'unknown', ids: unknown }
  return ids.map((id) => ({ kind: 'slot-removed', slot: known.get(id)! }))
}
