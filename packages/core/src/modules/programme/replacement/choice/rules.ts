import type { DraftEntry } from '../../draft/list/types.ts'
import { wallMinutes } from '../../grid/rules.ts'

/** 0: still to come; 1: no time is known; 2: over. */
function turnOf({ day, startsAt, durationMinutes }: DraftEntry, now: string): number {
  if (startsAt !== null) return wallMinutes(startsAt) + (durationMinutes ?? 0) < wallMinutes(now) ? 2 : 0
  if (day === null) return 1
  return day < now.slice(0, 10) ? 2 : 0
}

/**
 * Those first that are to come after `now` (wall time of the edition), then those without a time, then what is over, the
 * latest first; cancelled ones and breaks, at which nobody speaks, after those of the same kind with people.
 */
export function byNearness(entries: readonly DraftEntry[], now: string): DraftEntry[] {
  const rank = (entry: DraftEntry) =>
    turnOf(entry, now) * 2 + (entry.people.length > 0 && entry.state === 'planned' ? 0 : 1)
  const when = ({ startsAt, day }: DraftEntry) => startsAt ?? day ?? ''
  return entries.toSorted((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b)
    const order = when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0
    return turnOf(a, now) === 2 ? -order : order
  })
}
