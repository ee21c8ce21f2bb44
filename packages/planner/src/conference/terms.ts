import { PairCosts } from './pair-costs.ts'

/** What soft constraints are made of. The engine knows these few shapes and no constraint by name. */
export type Terms = {
  /** sessions × positions and sessions × rooms: cost of standing there. */
  readonly time: Int32Array
  readonly room: Int32Array
  /** Cost of leaving home, where home is a position and a room (-1: none). */
  readonly change: Int32Array
  readonly homePosition: Int32Array
  readonly homeRoom: Int32Array
  /** Costs of pairs of sessions that run at the same time. */
  readonly overlap: PairCosts
  /** Groups of sessions whose days, rooms, sequence or running in parallel count. */
  readonly groups: Group[]
}

/**
 * `rooms`: every room beyond the first that the group uses on a day. `even`: every session of a day beyond the group's even
 * share. `lone`: every day with exactly one session. `span`: every day from
 * the group's first to its last, without the first. `run`: every session in a row beyond `limit` (in a row: within 15 minutes of the last one's end).
 * `parallel`: every two sessions that run at the same time.
 */
export type Group = {
  readonly kind: 'rooms' | 'even' | 'lone' | 'span' | 'run' | 'parallel'
  readonly sessions: readonly number[]
  readonly weight: number
  readonly limit?: number
}

/** Terms in which nothing costs anything and nobody is at home anywhere. */
export function emptyTerms(sessions: number, positions: number, rooms: number): Terms {
  return {
    time: new Int32Array(sessions * positions),
    room: new Int32Array(sessions * rooms),
    change: new Int32Array(sessions),
    homePosition: new Int32Array(sessions).fill(-1),
    homeRoom: new Int32Array(sessions).fill(-1),
    overlap: new PairCosts(),
    groups: [],
  }
}

/** Whether anything costs anything. */
export function matter({ time, room, change, overlap, groups }: Terms): boolean {
  // One call of a function per number would be slow: the tables have up to a million.
  const costs = (table: Int32Array): boolean => {
    for (let i = 0; i < table.length; i++) if (table[i] !== 0) return true
    return false
  }
  return groups.length > 0 || overlap.count > 0 || costs(change) || costs(room) || costs(time)
}
