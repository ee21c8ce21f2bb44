import type { Programme } from '../../types.ts'
import type { VariantMove } from '../types.ts'

/** A room that cannot be used: on one day, or with null on all. Its sessions go to another room, or with null are parked. */
export type LostRoom = { readonly roomId: string; readonly day: string | null; readonly toRoomId: string | null }

/** The moves that clear a room; none where nothing is planned in it. What is cancelled stays where it was announced. */
export function clearRoom(
  { sessions }: Pick<Programme, 'sessions'>,
  { roomId, day, toRoomId }: LostRoom,
): VariantMove[] {
  const inIt = sessions.filter(
    (session) => session.roomId === roomId && session.state === 'planned' && (day === null || session.day === day),
  )
  if (inIt.length === 0) return []
  if (toRoomId === null) return [{ kind: 'park', sessionIds: inIt.map((session) => session.id) }]
  return inIt.flatMap((session): VariantMove[] =>
    session.day === null || session.startsAt === null
      ? []
      : [{ kind: 'place', sessionId: session.id, day: session.day, startsAt: session.startsAt, roomId: toRoomId }],
  )
}
