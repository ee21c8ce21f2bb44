import type { EditionSession } from '../sessions/types.ts'

/** A session in the calendar of a person. */
export type ItineraryEntry = EditionSession & {
  /** SEQUENCE of its calendar entry. */
  readonly sequence: number
  /** Instant of the release it comes from, ISO 8601 in UTC. */
  readonly publishedAt: string
  readonly city: string | null
}
