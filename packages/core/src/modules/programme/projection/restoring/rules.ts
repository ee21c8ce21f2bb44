import type { Programme, ProgrammeAppearance } from '../../types.ts'

/** Something of the directory as it is called now; null where it is no more. */
export type Present = { readonly id: string; readonly slug: string } | null

/** What the ids of the directory that a release names mean by now; an id that is not in the map means what it meant. */
export type Directory = {
  readonly persons: ReadonlyMap<string, Present>
  readonly organisations: ReadonlyMap<string, Present>
  readonly topics: ReadonlyMap<string, Present>
}

function renew(map: ReadonlyMap<string, Present>, id: string | null, slug: string | null) {
  const present = id === null ? undefined : map.get(id)
  return present === undefined ? { id, slug } : { id: present?.id ?? null, slug: present?.slug ?? null }
}

function renewAppearance(held: ProgrammeAppearance, { persons, organisations }: Directory): ProgrammeAppearance {
  const person = renew(persons, held.personId, held.personSlug)
  const organisation = renew(organisations, held.organisationId, held.organisationSlug)
  return {
    ...held,
    personId: person.id,
    personSlug: person.slug,
    organisationId: organisation.id,
    organisationSlug: organisation.slug,
  }
}

/** A programme of long ago in which every id means somebody or something that there is. Names stay as they were then. */
export function renewDirectory(programme: Programme, directory: Directory): Programme {
  const topicOf = (id: string) => {
    const present = directory.topics.get(id)
    return present === undefined ? [id] : present === null ? [] : [present.id]
  }
  return {
    ...programme,
    sessions: programme.sessions.map((session) => ({
      ...session,
      topicIds: [...new Set(session.topicIds.flatMap(topicOf))],
      appearances: session.appearances.map((held) => renewAppearance(held, directory)),
    })),
  }
}
