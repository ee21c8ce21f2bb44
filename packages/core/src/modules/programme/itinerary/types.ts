import type { EditionSession } from '../sessions/types.ts'

/** A session in the calendar of a person. */
export type ItineraryEntry = EditionSession & {
  /** SEQUENCE of its calendar entry. */
  readonly sequence: number
  /** When it last changed for the public, ISO instant; null where it is as it was first published. */
  readonly changedAt: string | null
  /** Instant of the release it comes from, ISO 8601 in UTC. */
  readonly publishedAt: string
  readonly city: string | null
}
