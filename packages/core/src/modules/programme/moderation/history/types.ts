import type { ChangeCounts } from '../../changelog/types.ts'

/** What a release changed about a session. */
export type SessionHistoryEntry = {
  readonly number: number
  readonly name: string
  readonly note: string | null
  /** Instant, ISO 8601. */
  readonly publishedAt: string
  readonly kinds: readonly (keyof ChangeCounts)[]
  /** Which of its texts and facts, where it `changed`; as a `ChangedField` names them. */
  readonly fields: readonly string[]
}
