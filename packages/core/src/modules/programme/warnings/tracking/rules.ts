import type { Circumstances } from '../../circumstances/types.ts'
import type { Programme, ProgrammeSession } from '../../types.ts'
import { fingerprintOf } from '../acceptance/rules.ts'
import { inspectBond, inspectSession } from '../rulebook/rules.ts'
import { byStart, toPlaced } from '../spans/rules.ts'
import type { Bond, Placed, Warning } from '../types.ts'
import { toWorld } from '../world/rules.ts'
import type { World } from '../world/types.ts'
import type { WarningDelta, WarningTracker } from './types.ts'

/** The sessions that have a room, a person … in common. */
type Group = { readonly bond: Bond; readonly id: string; readonly members: Map<string, Placed> }

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

function compare(before: readonly Warning[], after: readonly Warning[]): WarningDelta {
  const identify = (warning: Warning) => `${warning.key} ${fingerprintOf(warning)} ${warning.sessionIds.join(' ')}`
  const [old, now] = [new Set(before.map(identify)), new Set(after.map(identify))]
  return {
    appeared: after.filter((warning) => !old.has(identify(warning))).sort(byKey),
    gone: before.filter((warning) => !now.has(identify(warning))).sort(byKey),
  }
}

class Tracker implements WarningTracker {
  private readonly world: World
  private readonly placed = new Map<string, Placed>()
  private readonly groups = new Map<string, Group>()
  /** By group, and by session for what is looked at alone. Holds only what has warnings. */
  private readonly warnings = new Map<string, readonly Warning[]>()

  constructor(programme: Programme, circumstances: Circumstances) {
    this.world = toWorld(programme.rooms, circumstances)
    this.update(programme.sessions)
  }

  all(): Warning[] {
    return [...this.warnings.values()].flat().sort(byKey)
  }

  update(sessions: readonly ProgrammeSession[], removedIds: readonly string[] = []): WarningDelta {
    const touched = new Map<string, readonly Warning[]>()
    const touch = (place: string) => touched.set(place, this.warnings.get(place) ?? [])
    for (const id of [...removedIds, ...sessions.map((session) => session.id)]) {
      for (const group of this.leave(id)) touch(group)
      touch(id)
    }
    for (const session of sessions) for (const group of this.join(session)) touch(group)
    const alone = new Map(sessions.map((session) => [session.id, session]))
    for (const place of touched.keys()) this.keep(place, this.inspect(place, alone.get(place)))
    return compare(
      [...touched.values()].flat(),
      [...touched.keys()].flatMap((place) => this.warnings.get(place) ?? []),
    )
  }

  private leave(id: string): string[] {
    const former = this.placed.get(id)
    if (!former) return []
    this.placed.delete(id)
    const places = bondsOf(former, this.world).map((bond) => bond.join(' '))
    for (const place of places) this.groups.get(place)?.members.delete(id)
    return places
  }

  private join(session: ProgrammeSession): string[] {
    const placed = toPlaced(session)
    if (!placed) return []
    this.placed.set(session.id, placed)
    return bondsOf(placed, this.world).map(([bond, id]) => {
      const place = `${bond} ${id}`
      const group = this.groups.get(place) ?? { bond, id, members: new Map<string, Placed>() }
      group.members.set(session.id, placed)
      this.groups.set(place, group)
      return place
    })
  }

  private inspect(place: string, session: ProgrammeSession | undefined): Warning[] {
    const group = this.groups.get(place)
    if (group) return inspectBond(group.bond, group.id, [...group.members.values()].sort(byStart), this.world)
    return session ? inspectSession(session, this.world) : []
  }

  private keep(place: string, warnings: readonly Warning[]): void {
    if (warnings.length > 0) this.warnings.set(place, warnings)
    else this.warnings.delete(place)
  }
}

/**
 * The warnings of `programme`, to be kept right move by move: every rule looks at sessions that have something in common, so
 * that a move asks again only about the room, the people, the track … that a session leaves and comes to.
 */
export function trackWarnings(programme: Programme, circumstances: Circumstances): WarningTracker {
  return new Tracker(programme, circumstances)
}
