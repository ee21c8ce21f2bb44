import type { Move } from '@fachtag/core/modules/programme/moves/types'
import type { Places } from '@fachtag/core/modules/programme/variants/types'

/** The moves that bring sessions to these places. */
export function toMoves(places: Places): Move[] {
  return Object.entries(places).map(([sessionId, { day, startsAt, roomId }]): Move => {
    if (startsAt === null) return { kind: 'park', sessionIds: [sessionId] }
    return { kind: 'place', sessionId, day: day ?? startsAt.slice(0, 10), startsAt, roomId }
  })
}
