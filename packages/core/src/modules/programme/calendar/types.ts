import type { SessionCard } from '../sessions/types.ts'

/** A session with what its calendar entry needs to be recognised and updated. */
export type CalendarSession = {
  readonly session: SessionCard
  /** SEQUENCE: how often it changed in a way that matters to a calendar. */
  readonly sequence: number
  /** When it last changed for the public, ISO instant; null where it is as it was first published. */
  readonly changedAt: string | null
}

/** What all entries of a programme's calendar share. */
export type CalendarFrame = {
  /** When the release was published, ISO instant. */
  readonly stamp: string
  /** The absolute address of a session's page. */
  readonly addressOf: (slug: string) => string
  /** Name and town of the venue; '' where unknown. */
  readonly venue: string
}
