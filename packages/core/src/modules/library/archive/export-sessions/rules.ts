import type { ProgrammeAppearance, ProgrammeRoom, ProgrammeSession, ProgrammeTrack } from '../../../programme/types.ts'
import { present } from '../export/rules.ts'

/** What the ids in a programme are called in an archive. */
export type SessionNames = {
  readonly tracks: readonly ProgrammeTrack[]
  readonly rooms: readonly ProgrammeRoom[]
  readonly topics: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  /** Session id → key of its source. */
  readonly sources: ReadonlyMap<string, string>
}

function toArchivedAppearance(one: ProgrammeAppearance, all: readonly ProgrammeAppearance[], names: SessionNames) {
  const replaced = all.find((other) => other.id === one.replacesId)?.personId
  return present({
    person: one.personId && names.people.get(one.personId),
    organisation: one.organisationSlug,
    organisationName: one.organisationSlug ? null : one.organisationName,
    role: one.role,
    mode: one.mode,
    state: one.state,
    replaces: replaced && names.people.get(replaced),
    function: one.function,
    note: one.note,
  })
}

/** A session of a draft in the words of an archive, without recap and materials. */
export function toArchivedSession(session: ProgrammeSession, names: SessionNames) {
  const { id, trackId, roomId, position: _position, topicIds, appearances, ...rest } = session
  return present({
    ...rest,
    track: names.tracks.find((track) => track.id === trackId)?.slug,
    room: names.rooms.find((room) => room.id === roomId)?.slug,
    topics: topicIds.map((topic) => names.topics.get(topic)!),
    source: names.sources.get(id),
    people: appearances.map((one) => toArchivedAppearance(one, appearances, names)),
  })
}
