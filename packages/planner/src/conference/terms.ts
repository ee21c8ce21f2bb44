/** What soft constraints are made of. The engine knows these few shapes and no constraint by name. */
export type Terms = {
  /** sessions × positions and sessions × rooms: cost of standing there. */
  readonly time: Int32Array
  readonly room: Int32Array
  /** Cost of leaving home, where home is a position and a room (-1: none). */
  readonly change: Int32Array
  readonly homePosition: Int32Array
  readonly homeRoom: Int32Array
  /** Per session: cost with each other session that runs at the same time. */
  readonly overlap: Map<number, number>[]
  /** Groups of sessions whose days, rooms or sequence count. */
  readonly groups: Group[]
}

/**
 * `rooms`: every room beyond the first that the group uses on a day. `even`: every session of a day beyond the group's even
 * share. `lone`: every day with exactly one session. `span`: every day from
 * the group's first to its last, without the first. `run`: every session in a row beyond `limit` (in a row: within 15 minutes of the last one's end).
 */
export type Group = {
  readonly kind: 'rooms' | 'even' | 'lone' | 'span' | 'run'
  readonly sessions: readonly number[]
  readonly weight: number
  readonly limit?: number
}

export function emptyTerms(sessions: number, positions: number, rooms: number): Terms {
  return {
    time: new Int32Array(sessions * positions),
    room: new Int32Array(sessions * rooms),
    change: new Int32Array(sessions),
    homePosition: new Int32Array(sessions).fill(-1),
    homeRoom: new Int32Array(sessions).fill(-1),
    overlap: Array.from({ length: sessions }, () => new Map()),
    groups: [],
  }
}

/** Adds `cost` for every time `a` and `b` run in parallel. */
export function addOverlap(terms: Terms, a: number, b: number, cost: number): void {
  if (a === b || cost === 0) return
  terms.overlap[a]!.set(b, (terms.overlap[a]!.get(b) ?? 0) + cost)
  terms.overlap[b]!.set(a, (terms.overlap[b]!.get(a) ?? 0) + cost)
}
