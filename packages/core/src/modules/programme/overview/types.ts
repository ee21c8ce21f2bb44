import type { LocalizedText } from '../../../kernel/localized-text.ts'
import type { ProgrammeRoom, ProgrammeTrack, SessionType } from '../types.ts'

/** What publishing counts and stores about a programme. Counts are of sessions, cancelled ones included. */
export type StoredOverview = {
  readonly editionId: string
  readonly timeZone: string
  readonly release: {
    readonly id: string
    readonly number: number
    readonly name: string
    /** Instant, ISO 8601 in UTC. */
    readonly publishedAt: string
  }
  readonly sessionCount: number
  readonly personCount: number
  /** The days that have sessions, in order. */
  readonly days: readonly { readonly day: string; readonly count: number; readonly timedCount: number }[]
  /** Sessions whose day is unknown. */
  readonly withoutDay: number
  /** Sessions whose time is unknown, those without a day included. */
  readonly withoutTime: number
  /** In their order, those without a session too. */
  readonly tracks: readonly (ProgrammeTrack & { readonly count: number })[]
  readonly rooms: readonly (ProgrammeRoom & { readonly count: number })[]
  /** The most frequent first. */
  readonly topics: readonly { readonly id: string; readonly count: number }[]
  readonly types: readonly { readonly type: SessionType; readonly count: number }[]
  readonly languages: readonly { readonly language: string; readonly count: number }[]
}

/** What a published programme consists of, as its pages need it for tabs, filters and headings. */
export type ProgrammeOverview = Omit<StoredOverview, 'topics'> & {
  /** The most frequent first. */
  readonly topics: readonly {
    readonly id: string
    readonly slug: string
    readonly name: LocalizedText
    readonly count: number
  }[]
}
