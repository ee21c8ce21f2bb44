import type { Move } from '@fachtag/core/modules/programme/moves/types'
import type { Places } from '@fachtag/core/modules/programme/variants/types'

/** How many of these sessions each day has. */
export function countByDay(
  sessions: readonly { readonly day: string | null; readonly startsAt: string | null }[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { day, startsAt } of sessions) {
    const on = day ?? startsAt?.slice(0, 10)
    if (on) counts.set(on, (counts.get(on) ?? 0) + 1)
  }
  return counts
}

/** The moves that bring sessions to these places. */
export function toMoves(places: Places): Move[] {
  return Object.entries(places).map(([sessionId, { day, startsAt, roomId }]): Move => {
    if (startsAt === null) return { kind: 'park', sessionIds: [sessionId] }
    return { kind: 'place', sessionId, day: day ?? startsAt.slice(0, 10), startsAt, roomId }
  })
}
