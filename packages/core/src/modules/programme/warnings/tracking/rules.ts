import type { Circumstances } from '../../circumstances/types.ts'
import type { Programme, ProgrammeSession } from '../../types.ts'
import { inspectBond, inspectSession } from '../rulebook/rules.ts'
import { byStart, toPlaced } from '../spans/rules.ts'
import type { Bond, Placed, Warning } from '../types.ts'
import { toWorld } from '../world/rules.ts'
import type { World } from '../world/types.ts'
import type { WarningDelta, WarningTracker } from './types.ts'

/** The sessions that have a room, a person … in common, by start as soon as they are looked at. */
type Group = { readonly bond: Bond; readonly id: string; members: Placed[] }

/** What binds a session to others: for each of these, the rules look at all that it binds. */
function bondsOf({ session, day }: Placed, world: World): readonly (readonly [Bond, string])[] {
  const held = session.appearances.filter((one) => one.state === 'planned' && one.personId !== null)
  const people = new Set(held.map((one) => one.personId!))
  return [
    ['day', day],
    ...(session.roomId === null ? [] : [['room', session.roomId] as const]),
    ...(session.trackId === null ? [] : [['track', session.trackId] as const]),
    ...[...people].map((id) => ['person', id] as const),
    ...session.topicIds.map((id) => ['topic', id] as const),
    ...(world.wishesOf.get(session.id) ?? []).map((wish) => ['wish', wish.id] as const),
  ]
}

function byKey(a: Warning, b: Warning): number {
  return a.key < b.key ? -1 : 1
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, n) => value === b[n])
}

/** Whether two warnings with one key say the same. Asked for hundreds at each move: plain comparison of what is mostly plain. */
function saysTheSame(a: Warning, b: Warning): boolean {
  if (!isSameList(a.sessionIds, b.sessionIds)) return false
  const [before, after] = [a.facts, b.facts] as readonly Readonly<Record<string, unknown>>[]
  for (const name in after) {
    const [from, to] = [before![name], after[name]]
    if (from !== to && !(Array.isArray(from) && Array.isArray(to) && isSameList(from, to))) return false
  }
  return true
}

type FoundWarnings = ReadonlyMap<string, Warning>
const nothing: FoundWarnings = new Map()

class Tracker implements WarningTracker {
  private readonly world: World
  private readonly placed = new Map<string, Placed>()
  private readonly groups = new Map<string, Group>()
  /** By group, and by session for what is looked at alone: what was found there, by key. Holds only what has warnings. */
  private readonly found = new Map<string, FoundWarnings>()

  constructor(programme: Programme, circumstances: Circumstances) {
    this.world = toWorld(programme.rooms, circumstances)
    this.update(programme.sessions)
  }

  all(): Warning[] {
    return [...this.found.values()].flatMap((list) => [...list.values()]).sort(byKey)
  }

  update(sessions: readonly ProgrammeSession[], removedIds: readonly string[] = []): WarningDelta {
    const touched = new Set<string>()
    for (const id of [...removedIds, ...sessions.map((session) => session.id)]) {
      for (const group of this.leave(id)) touched.add(group)
      touched.add(id)
    }
    for (const session of sessions) for (const group of this.join(session)) touched.add(group)
    const alone = new Map(sessions.map((session) => [session.id, session]))
    const deltas = [...touched].map((place) => this.renew(place, this.inspect(place, alone.get(place))))
    return {
      appeared: deltas.flatMap((delta) => delta.appeared).sort(byKey),
      gone: deltas.flatMap((delta) => delta.gone).sort(byKey),
    }
  }

  private leave(id: string): string[] {
    const former = this.placed.get(id)
    if (!former) return []
    this.placed.delete(id)
    const places = bondsOf(former, this.world).map((bond) => bond.join(' '))
    for (const place of places) {
      const group = this.groups.get(place)!
      group.members = group.members.filter((one) => one !== former)
    }
    return places
  }

  private join(session: ProgrammeSession): string[] {
    const placed = toPlaced(session)
    if (!placed) return []
    this.placed.set(session.id, placed)
    return bondsOf(placed, this.world).map(([bond, id]) => {
      const place = `${bond} ${id}`
      const group = this.groups.get(place) ?? { bond, id, members: [] }
      group.members.push(placed)
      this.groups.set(place, group)
      return place
    })
  }

  private inspect(place: string, session: ProgrammeSession | undefined): Warning[] {
    const group = this.groups.get(place)
    if (group) return inspectBond(group.bond, group.id, group.members.sort(byStart), this.world)
    return session ? inspectSession(session, this.world) : []
  }

  /** What says the same stays the same object: of hundreds that are found again at each move, the new ones are let go at once. */
  private renew(place: string, warnings: readonly Warning[]): WarningDelta {
    const former = this.found.get(place) ?? nothing
    const now = new Map<string, Warning>()
    const appeared: Warning[] = []
    for (const warning of warnings) {
      const known = former.get(warning.key)
      const kept = known && saysTheSame(known, warning) ? known : warning
      if (kept === warning) appeared.push(warning)
      now.set(kept.key, kept)
    }
    const gone = [...former.values()].filter((warning) => now.get(warning.key) !== warning)
    if (now.size > 0) this.found.set(place, now)
    else this.found.delete(place)
    return { appeared, gone }
  }
}

/**
 * The warnings of `programme`, to be kept right move by move: every rule looks at sessions that have something in common, so
 * that a move asks again only about the room, the people, the track … that a session leaves and comes to.
 */
export function trackWarnings(programme: Programme, circumstances: Circumstances): WarningTracker {
  return new Tracker(programme, circumstances)
}
