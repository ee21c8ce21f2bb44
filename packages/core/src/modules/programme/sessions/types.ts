import type { ProgrammeAppearance, ProgrammeRoom, ProgrammeSession, ProgrammeTrack, SessionType } from '../types.ts'

/** A session as lists and grids show it: complete in itself, without the long texts. */
export type SessionCard = {
  readonly id: string
  readonly slug: string
  readonly type: SessionType
  readonly state: 'planned' | 'cancelled'
  readonly title: string
  /** false where the title is our own description, because no source tells the real one. */
  readonly titleIsGiven: boolean
  readonly subtitle: string | null
  readonly language: string
  readonly track: ProgrammeTrack | null
  readonly room: ProgrammeRoom | null
  readonly isPlenary: boolean
  /** `YYYY-MM-DD`; a session after midnight belongs to the day before. */
  readonly day: string | null
  /** Wall time in the edition's zone, `YYYY-MM-DDTHH:mm`. */
  readonly startsAt: string | null
  /** Wall time; null where start or duration is unknown. */
  readonly endsAt: string | null
  readonly durationMinutes: number | null
  readonly position: number
  readonly topicIds: readonly string[]
  readonly appearances: readonly ProgrammeAppearance[]
}

/** The edition that a session in a list over several editions belongs to. */
export type SessionEdition = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly number: number | null
  /** `YYYY-MM-DD`, or null where no date is known. */
  readonly startsOn: string | null
  readonly timeZone: string
  readonly seriesSlug: string
  readonly seriesName: string
}

export type EditionSession = { readonly edition: SessionEdition; readonly session: SessionCard }

/** A session with everything its page shows. */
export type PublicSession = {
  readonly session: ProgrammeSession
  readonly card: SessionCard
  /** How often time, room, title or state changed, or somebody was replaced, since the first release; the SEQUENCE of its calendar entry. */
  readonly sequence: number
  /** When it last changed for a reader since it was first published, ISO instant; null where it never did. */
  readonly changedAt: string | null
  /**
   * The ones before and after it in its track (else its room) on the same day. What has neither follows what has neither,
   * or without times the order of the programme's page.
   */
  readonly previous: SessionCard | null
  readonly next: SessionCard | null
}

/** What a reader narrows the programme down to. An empty filter is everything. All values of one key are alternatives. */
export type SessionFilter = {
  /** Slugs. */
  readonly tracks?: readonly string[]
  /** Slugs. */
  readonly rooms?: readonly string[]
  /** Ids. */
  readonly topicIds?: readonly string[]
  readonly types?: readonly SessionType[]
  readonly languages?: readonly string[]
}

export type SessionsNow = {
  /** In the order of their rooms. */
  readonly running: readonly SessionCard[]
  /** Those that begin next on the same day, all at one time. */
  readonly upcoming: readonly SessionCard[]
}
