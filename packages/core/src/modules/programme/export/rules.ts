import type { Schedule, SchedulePerson, ScheduleSession } from '@fachtag/formats/schedule/types'
import { idToGuid } from '../../../kernel/guid.ts'
import type { Programme, ProgrammeAppearance, ProgrammeSession } from '../types.ts'
import type { ExportedEdition } from './types.ts'

const given = (text: string | null): string | undefined => text?.trim() || undefined

/** By position, as readers see them; each with a name that no other has, because a schedule knows them by name only. */
function nameEach<T extends { id: string; slug: string; name: string; position: number }>(places: readonly T[]) {
  const taken = new Set<string>()
  const sorted = places.toSorted((a, b) => a.position - b.position || (a.slug < b.slug ? -1 : 1))
  return sorted.map((place) => {
    const name = taken.has(place.name) ? `${place.name} (${place.slug})` : place.name
    taken.add(name)
    return { ...place, name }
  })
}

/** People of that session who come. A schedule has no place for those who were replaced, and none for organisations alone. */
function toPerson(appearance: ProgrammeAppearance): SchedulePerson[] {
  const { personId, name, role, mode, state } = appearance
  if (personId === null || name === null || state !== 'planned') return []
  return [
    {
      reference: personId,
      guid: idToGuid(personId),
      name,
      role,
      mode,
      function: given(appearance.function),
      organisation: given(appearance.organisationName),
    },
  ]
}

function compare(a: ProgrammeSession, b: ProgrammeSession): number {
  const key = (one: ProgrammeSession) => [
    one.day ?? '9',
    one.startsAt ?? '9',
    String(one.position).padStart(6),
    one.slug,
  ]
  const [left, right] = [key(a).join(' '), key(b).join(' ')]
  return left < right ? -1 : 1
}

/** What the source calls it; a slug where it has none, or where two sources use the same word. */
function referEach(sessions: readonly ProgrammeSession[]): Map<string, string> {
  const uses = Map.groupBy(sessions, (session) => session.reference)
  return new Map(
    sessions.map(({ id, slug, reference }) => [
      id,
      reference !== null && uses.get(reference)?.length === 1 ? reference : slug,
    ]),
  )
}

/**
 * `programme` for other systems, its sessions in the order of the programme. Importing it again changes nothing: sessions
 * and people carry our ids as UUIDs. `addressOf` answers the absolute address of a session's page, where there is one.
 */
export function programmeToSchedule(
  edition: ExportedEdition,
  programme: Programme,
  addressOf: (sessionSlug: string) => string | undefined = () => undefined,
): Schedule {
  const [tracks, rooms] = [nameEach(programme.tracks), nameEach(programme.rooms)]
  const trackNames = new Map(tracks.map(({ id, name }) => [id, name]))
  const roomNames = new Map(rooms.map(({ id, name }) => [id, name]))
  const references = referEach(programme.sessions)
  const toSession = (session: ProgrammeSession): ScheduleSession => ({
    reference: references.get(session.id)!,
    guid: idToGuid(session.id),
    slug: session.slug,
    title: session.title,
    subtitle: given(session.subtitle),
    abstract: given(session.abstract),
    description: given(session.description),
    type: session.type,
    language: session.language,
    track: session.trackId === null ? undefined : trackNames.get(session.trackId),
    room: session.roomId === null ? undefined : roomNames.get(session.roomId),
    day: session.day ?? undefined,
    start: session.startsAt ?? undefined,
    durationMinutes: session.durationMinutes ?? undefined,
    people: session.appearances.flatMap(toPerson),
    links: session.links,
    attachments: [],
    url: addressOf(session.slug),
    isPlenary: session.isPlenary || undefined,
    isCancelled: session.state === 'cancelled' || undefined,
  })
  return {
    title: edition.title,
    acronym: edition.acronym,
    version: edition.version,
    firstDay: edition.firstDay ?? undefined,
    lastDay: edition.lastDay ?? undefined,
    timeZone: programme.timeZone,
    venue: edition.venue ?? undefined,
    city: edition.city ?? undefined,
    url: edition.url ?? undefined,
    rooms: rooms.map(({ id, slug, name, capacity }) => ({
      name,
      slug,
      guid: idToGuid(id),
      capacity: capacity ?? undefined,
    })),
    tracks: tracks.map(({ slug, name, colour }) => ({ name, slug, colour: colour ?? undefined })),
    sessions: programme.sessions.toSorted(compare).map(toSession),
  }
}
