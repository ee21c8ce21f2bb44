import { toLists } from '../lists.ts'
import type { ConferenceProblem } from './problem.ts'

/** 0: either may come first; 1: the row's session comes first; 2: the other one does. */
export type Direction = 0 | 1 | 2
export type PairReason = 'person' | 'order' | 'plenary'

/** What pairs of sessions forbid each other, by session; the four lists run in parallel. */
export type PairRules = {
  readonly start: Int32Array
  readonly items: Int32Array
  readonly direction: Uint8Array
  /** Minutes between the two. */
  readonly gap: Int32Array
  /** 1 when somebody who is there in person has to walk from one to the other. */
  readonly walk: Uint8Array
  readonly reason: readonly PairReason[]
  readonly travelMinutes: number
  /** Site of each room, as a number. */
  readonly site: Int32Array
}

type Pair = { readonly other: number; direction: Direction; gap: number; walk: number; reason: PairReason }

/**
 * Two sessions must not overlap when they share a person (in whatever role), when one of them is a plenary, or when they
 * have an order; an order and a change of site also ask for minutes in between.
 */
export function pairRules(problem: ConferenceProblem): PairRules {
  const index = new Map(problem.sessions.map((session, i) => [session.id, i]))
  const rows: Map<number, Pair>[] = problem.sessions.map(() => new Map())
  const join = (a: number, b: number, pair: Omit<Pair, 'other'>): void => {
    const held = rows[a]!.get(b)
    if (!held) rows[a]!.set(b, { other: b, ...pair })
    else Object.assign(held, { walk: held.walk | pair.walk, gap: Math.max(held.gap, pair.gap) })
  }
  for (const { before, after, gapMinutes = 0 } of problem.order ?? []) {
    const a = index.get(before)!
    const b = index.get(after)!
    join(a, b, { direction: 1, gap: gapMinutes, walk: 0, reason: 'order' })
    join(b, a, { direction: 2, gap: gapMinutes, walk: 0, reason: 'order' })
  }
  const isThere = (session: number, person: string) => !problem.sessions[session]!.remote?.includes(person)
  for (const [person, sessions] of sessionsByPerson(problem)) {
    for (const a of sessions) {
      for (const b of sessions) {
        const walk = Number(isThere(a, person) && isThere(b, person))
        if (a !== b) join(a, b, { direction: 0, gap: 0, walk, reason: 'person' })
      }
    }
  }
  problem.sessions.forEach((session, a) => {
    if (!session.plenary) return
    for (let b = 0; b < problem.sessions.length; b++) {
      if (a === b) continue
      join(a, b, { direction: 0, gap: 0, walk: 0, reason: 'plenary' })
      join(b, a, { direction: 0, gap: 0, walk: 0, reason: 'plenary' })
    }
  })
  const pairs = rows.flatMap((row) => [...row.values()])
  const sites = [...new Set(problem.rooms.map((room) => room.site ?? ''))]
  return {
    ...toLists(rows.map((row) => [...row.keys()])),
    direction: Uint8Array.from(pairs, (pair) => pair.direction),
    gap: Int32Array.from(pairs, (pair) => pair.gap),
    walk: Uint8Array.from(pairs, (pair) => pair.walk),
    reason: pairs.map((pair) => pair.reason),
    travelMinutes: problem.travelMinutes ?? 0,
    site: Int32Array.from(problem.rooms, (room) => sites.indexOf(room.site ?? '')),
  }
}

/** The sessions of each person, as indices. */
export function sessionsByPerson(problem: ConferenceProblem): Map<string, number[]> {
  const sessions = new Map<string, number[]>()
  problem.sessions.forEach((session, i) => {
    for (const person of new Set(session.people ?? [])) {
      const list = sessions.get(person)
      if (list) list.push(i)
      else sessions.set(person, [i])
    }
  })
  return sessions
}

/**
 * Whether pair `at` allows the row's session from minute `start` for `length` in `room`, with the other one at `otherStart`
 * for `otherLength` in `otherRoom`.
 */
export function pairAllows(
  rules: PairRules,
  at: number,
  start: number,
  length: number,
  room: number,
  otherStart: number,
  otherLength: number,
  otherRoom: number,
): boolean {
  let gap = rules.gap[at]!
  const travels = rules.walk[at] === 1 && rules.site[room] !== rules.site[otherRoom]
  if (travels && rules.travelMinutes > gap) gap = rules.travelMinutes
  const direction = rules.direction[at]!
  if (direction !== 2 && start + length + gap <= otherStart) return true
  return direction !== 1 && otherStart + otherLength + gap <= start
}
