import type { Programme, ProgrammeAppearance, ProgrammeSession } from '../../../programme/types.ts'
import type { ArchivedAppearance, ArchivedEdition, ArchivedSession } from '../editions/schema.ts'
import type { ArchiveNames, StoredProgramme } from './types.ts'

/** The appearance of the session as stored that is the same person or organisation in the same role. */
function findStored(
  stored: readonly ProgrammeAppearance[],
  personId: string | null,
  organisation: string | null,
  role: string,
) {
  return stored.find(
    (one) =>
      one.role === role && one.personId === personId && (personId !== null || one.organisationName === organisation),
  )
}

function toAppearances(
  session: ArchivedSession,
  stored: readonly ProgrammeAppearance[],
  names: ArchiveNames,
  newId: StoredProgramme['newId'],
): ProgrammeAppearance[] {
  const draft = session.people.map((one: ArchivedAppearance) => {
    const person = one.person ? names.people.get(one.person)! : null
    const organisation = one.organisation ? names.organisations.get(one.organisation)! : null
    const organisationName = organisation?.name ?? one.organisationName ?? null
    const known = findStored(stored, person?.id ?? null, organisationName, one.role)
    const appearance = {
      id: known?.id ?? newId('appearance'),
      personId: person?.id ?? null,
      personSlug: person?.slug ?? null,
      name: person?.name ?? null,
      role: one.role,
      mode: one.mode,
      state: one.state,
      function: one.function ?? null,
      organisationId: organisation?.id ?? null,
      organisationSlug: organisation?.slug ?? null,
      organisationName,
      note: one.note ?? null,
    }
    return { appearance, replaces: one.replaces }
  })
  return draft.map(({ appearance, replaces }) => {
    const replaced = replaces && names.people.get(replaces)!.id
    const other = draft.find((one) => replaced && one.appearance.personId === replaced && one.appearance !== appearance)
    return { ...appearance, replacesId: other?.appearance.id ?? null }
  })
}

function toSession(
  session: ArchivedSession,
  position: number,
  known: ProgrammeSession | undefined,
  stored: StoredProgramme,
  names: ArchiveNames,
): ProgrammeSession {
  const placeOf = (places: StoredProgramme['tracks' | 'rooms'], slug: string | undefined) =>
    places.find((place) => place.slug === slug)?.id ?? null
  return {
    id: known?.id ?? stored.removed.get(session.slug) ?? stored.newId('session'),
    slug: session.slug,
    reference: session.reference ?? null,
    type: session.type,
    state: session.state,
    title: session.title,
    titleIsGiven: session.titleIsGiven,
    subtitle: session.subtitle ?? null,
    abstract: session.abstract,
    description: session.description,
    method: session.method ?? null,
    language: session.language,
    trackId: placeOf(stored.tracks, session.track),
    roomId: placeOf(stored.rooms, session.room),
    isPlenary: session.isPlenary,
    day: session.day ?? null,
    startsAt: session.startsAt ?? null,
    durationMinutes: session.durationMinutes ?? null,
    position,
    links: session.links,
    topicIds: session.topics.map((topic) => names.topics.get(topic)!).sort(),
    appearances: toAppearances(session, known?.appearances ?? [], names, stored.newId),
  }
}

/**
 * The programme that `edition` describes. What is stored under the same slug keeps its id, so that addresses, calendars
 * and selections stay true; sessions come in the order of the archive.
 */
export function toProgramme(edition: ArchivedEdition, stored: StoredProgramme, names: ArchiveNames): Programme {
  const known = new Map(stored.draft.sessions.map((session) => [session.slug, session]))
  return {
    timeZone: edition.timeZone,
    tracks: stored.tracks,
    rooms: stored.rooms,
    sessions: edition.sessions.map((session, position) =>
      toSession(session, position, known.get(session.slug), stored, names),
    ),
  }
}
