import type { ProgrammeSession } from '@fachtag/core/modules/programme/types'

/** Empty parts ask for nothing; the track `-` asks for what has none. */
export type ParkedFilter = { readonly text: string; readonly type: string; readonly track: string }

function words(session: ProgrammeSession): string {
  const people = session.appearances.flatMap((one) => [one.name, one.organisationName])
  return [session.title, session.subtitle, ...people].join(' ').toLowerCase()
}

/** The sessions that a filter leaves, in the order of their titles. Every word of the text has to be found in title or people. */
export function filterParked(sessions: readonly ProgrammeSession[], filter: ParkedFilter): ProgrammeSession[] {
  const wanted = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  const isOfTrack = ({ trackId }: ProgrammeSession) =>
    filter.track === '' || (filter.track === '-' ? trackId === null : trackId === filter.track)
  return sessions
    .filter((session) => (filter.type === '' || session.type === filter.type) && isOfTrack(session))
    .filter((session) => wanted.every((word) => words(session).includes(word)))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'de') || (a.id < b.id ? -1 : 1))
}
