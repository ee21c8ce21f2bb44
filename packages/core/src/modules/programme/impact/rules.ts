import type { Place, SessionRef } from '../changelog/types.ts'
import { diffProgrammes } from '../changes/rules.ts'
import type { Programme, ProgrammeAppearance, ProgrammeSession } from '../types.ts'
import type { Impact, PersonChange, PersonImpact, SessionChange } from './types.ts'

/** One session in both programmes; null where it is not in one of them. */
type Both = { readonly before: ProgrammeSession | null; readonly after: ProgrammeSession | null }
type Told = { readonly personId: string; readonly name: string; readonly change: PersonChange }
type RoomName = (id: string | null) => string | null

/** Who is planned to be there, each once. */
function plannedPeople(session: ProgrammeSession | null): ReadonlyMap<string, ProgrammeAppearance> {
  const planned = session?.appearances.filter((held) => held.state === 'planned') ?? []
  return new Map(planned.flatMap((held) => (held.personId === null ? [] : [[held.personId, held] as const])))
}

const takesPlace = (session: ProgrammeSession | null) => session?.state === 'planned'
const nameOf = (held: ProgrammeAppearance) => held.name ?? held.organisationName ?? ''

function placeOf(session: ProgrammeSession, roomName: RoomName): Place {
  const { day, startsAt, durationMinutes, roomId } = session
  return { day, startsAt, durationMinutes, room: roomName(roomId) }
}

function isSamePlace(a: Place, b: Place): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** What the session as such means for whoever stays in it. */
function changesOfSession(before: ProgrammeSession, after: ProgrammeSession, names: readonly [RoomName, RoomName]) {
  const changes: PersonChange[] = []
  const [from, to] = [placeOf(before, names[0]), placeOf(after, names[1])]
  if (!takesPlace(after)) return takesPlace(before) ? [{ kind: 'dropped', at: from } satisfies PersonChange] : []
  if (!takesPlace(before)) changes.push({ kind: 'reinstated', at: to })
  if (!isSamePlace(from, to)) changes.push({ kind: 'moved', from, to })
  if (before.title !== after.title) changes.push({ kind: 'retitled', from: before.title, to: after.title })
  return changes
}

/** The name of whom an appearance stands in for in `session`. */
function insteadOf(held: ProgrammeAppearance, session: ProgrammeSession): string | null {
  const replaced = session.appearances.find((one) => one.id === held.replacesId)
  return replaced ? nameOf(replaced) : null
}

function standInFor(held: ProgrammeAppearance, session: ProgrammeSession | null): string | null {
  const standIn = session?.appearances.find((one) => one.replacesId === held.id && one.state === 'planned')
  return standIn ? nameOf(standIn) : null
}

function toldOf({ before, after }: Both, names: readonly [RoomName, RoomName]): Told[] {
  const [old, now] = [plannedPeople(before), plannedPeople(after)]
  const tell = (personId: string, held: ProgrammeAppearance, change: PersonChange): Told => {
    return { personId, name: nameOf(held), change }
  }
  const joined = [...now].filter(([id]) => !old.has(id))
  const left = [...old].filter(([id]) => !now.has(id))
  const stayed = [...now].filter(([id]) => old.has(id))
  const ofSession = before && after ? changesOfSession(before, after, names) : []
  const namesOf = (list: typeof joined) => list.map(([, held]) => nameOf(held)).sort()
  const company = { kind: 'company', joined: namesOf(joined), left: namesOf(left) } as const
  const hasCompanyChanged = joined.length + left.length > 0 && takesPlace(after)
  return [
    ...(takesPlace(after)
      ? joined.map(([id, held]) =>
          tell(id, held, { kind: 'joined', at: placeOf(after!, names[1]), insteadOf: insteadOf(held, after!) }),
        )
      : []),
    ...(takesPlace(before)
      ? left.map(([id, held]) => {
          const at = placeOf(before!, names[0])
          return tell(
            id,
            held,
            after ? { kind: 'left', at, standIn: standInFor(held, after) } : { kind: 'dropped', at },
          )
        })
      : []),
    ...stayed.flatMap(([id, held]) => {
      const all = hasCompanyChanged ? [...ofSession, company] : ofSession
      return all.map((change) => tell(id, held, change))
    }),
  ]
}

function toRef({ id, slug, reference, title }: ProgrammeSession): SessionRef {
  return { id, slug, reference, title }
}

function gather(told: readonly (Told & Omit<SessionChange, 'change'>)[]): PersonImpact[] {
  const byPerson = Map.groupBy(told, (one) => one.personId)
  const people = [...byPerson].map(([personId, list]) => ({
    personId,
    name: list[0]!.name,
    changes: list.map(({ session, at, isListed, change }) => ({ session, at, isListed, change })),
  }))
  return people.sort((a, b) => a.name.localeCompare(b.name, 'de') || (a.personId < b.personId ? -1 : 1))
}

/** What publishing `after` in the place of `before` means: for which sessions and rooms, and what has to be told to whom. */
export function findImpact(before: Programme, after: Programme): Impact {
  const { sessions, rooms } = diffProgrammes(before, after)
  const [old, now] = [before, after].map(({ sessions: list }) => new Map(list.map((one) => [one.id, one])))
  const [oldRooms, newRooms] = [before, after].map((one) => new Map(one.rooms.map((room) => [room.id, room.name])))
  const names = [oldRooms!, newRooms!].map(
    (map): RoomName =>
      (id) =>
        map.get(id ?? '') ?? null,
  )
  const renamed = new Set(rooms.changed.filter(({ fields }) => 'name' in fields).map((room) => room.id))
  const inRenamed = after.sessions.filter((session) => session.roomId && renamed.has(session.roomId))
  const named = [...sessions.added, ...sessions.removed, ...sessions.changed, ...inRenamed].map((one) => one.id)
  const ids = [...new Set(named)].sort()
  const touched = ids.map((id): Both => ({ before: old!.get(id) ?? null, after: now!.get(id) ?? null }))
  const told = touched.flatMap((both) => {
    const isListed = both.after !== null
    const shown = (both.after ?? both.before)!
    const [session, at] = [toRef(shown), placeOf(shown, names[isListed ? 1 : 0]!)]
    return toldOf(both, [names[0]!, names[1]!]).map((one) => ({ ...one, session, at, isListed }))
  })
  const used = touched
    .flatMap((both) => [both.before?.roomId, both.after?.roomId])
    .filter((id) => typeof id === 'string')
  return { sessionIds: ids, roomIds: [...new Set(used)].sort(), people: gather(told) }
}
