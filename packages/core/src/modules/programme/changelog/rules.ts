import type { EntryChange, FieldChange, ListChanges, ProgrammeChanges } from '../changes/types.ts'
import type { Programme, ProgrammeAppearance, ProgrammeSession } from '../types.ts'
import type {
  ChangeCounts,
  ChangedField,
  ChangeReport,
  MovedSession,
  NamedChanges,
  Place,
  SessionRef,
} from './types.ts'

const placeFields = ['day', 'startsAt', 'durationMinutes', 'roomId']
/** A session's place among those without a time is no news to a reader, and neither are our ids for the same content. */
const silentFields = new Set([...placeFields, 'state', 'position', 'slug', 'reference'])

type Names = ReadonlyMap<string, string>

function toRef({ id, slug, reference, title }: ProgrammeSession): SessionRef {
  return { id, slug, reference, title }
}

function toPlace(session: ProgrammeSession, rooms: Names): Place {
  const { day, startsAt, durationMinutes, roomId } = session
  return { day, startsAt, durationMinutes, room: (roomId && rooms.get(roomId)) || null }
}

function listNames(appearances: unknown): string {
  const people = (appearances ?? []) as readonly ProgrammeAppearance[]
  return people.map((one) => one.name ?? one.organisationName).join(', ')
}

function toField(field: string, { from, to }: FieldChange, tracks: Names): ChangedField[] {
  const nameOf = (id: unknown) => tracks.get(String(id)) ?? null
  switch (field) {
    case 'trackId':
      return [{ field: 'track', from: nameOf(from), to: nameOf(to) }]
    case 'appearances':
      return [{ field: 'people', from: listNames(from), to: listNames(to) }]
    case 'title':
    case 'subtitle':
    case 'type':
    case 'language':
      return [{ field, from: from as string | null, to: to as string | null }]
    case 'topicIds':
      return [{ field: 'topics' }]
    default:
      return silentFields.has(field) ? [] : [{ field }]
  }
}

function nameChanges<T extends { id: string; name: string }>(changes: ListChanges<T>, names: Names): NamedChanges {
  return {
    added: changes.added.map((entry) => entry.name),
    removed: changes.removed.map((entry) => entry.name),
    changed: changes.changed
      .filter(({ fields }) => Object.keys(fields).some((field) => field !== 'position'))
      .map(({ id }) => names.get(id) ?? ''),
  }
}

const namesOf = (entries: readonly { id: string; name: string }[]) =>
  new Map(entries.map((entry) => [entry.id, entry.name]))

function becomes(state: string, change: EntryChange): boolean {
  return change.fields.state?.to === state
}

/** Tells `changes`, which lead from `before` to `after`, for people. */
export function reportChanges(before: Programme, after: Programme, changes: ProgrammeChanges): ChangeReport {
  const former = new Map(before.sessions.map((session) => [session.id, session]))
  const present = new Map(after.sessions.map((session) => [session.id, session]))
  const rooms = { before: namesOf(before.rooms), after: namesOf(after.rooms) }
  const tracks = new Map([...namesOf(before.tracks), ...namesOf(after.tracks)])
  const refOf = (change: EntryChange) => toRef(present.get(change.id)!)
  const toMoved = (change: EntryChange): MovedSession => ({
    ...refOf(change),
    from: toPlace(former.get(change.id)!, rooms.before),
    to: toPlace(present.get(change.id)!, rooms.after),
  })
  const toChanged = (change: EntryChange) => ({
    ...refOf(change),
    fields: Object.entries(change.fields).flatMap(([field, values]) => toField(field, values, tracks)),
  })
  const { added, removed, changed } = changes.sessions
  return {
    added: added.map(toRef),
    removed: removed.map(toRef),
    cancelled: changed.filter((change) => becomes('cancelled', change)).map(refOf),
    reinstated: changed.filter((change) => becomes('planned', change)).map(refOf),
    moved: changed.filter(({ fields }) => placeFields.some((field) => field in fields)).map(toMoved),
    changed: changed.map(toChanged).filter((session) => session.fields.length > 0),
    tracks: nameChanges(changes.tracks, tracks),
    rooms: nameChanges(changes.rooms, rooms.after),
  }
}

/** How many sessions each list of `report` names. */
export function countChanges(report: ChangeReport): ChangeCounts {
  return {
    added: report.added.length,
    removed: report.removed.length,
    cancelled: report.cancelled.length,
    reinstated: report.reinstated.length,
    moved: report.moved.length,
    changed: report.changed.length,
  }
}
