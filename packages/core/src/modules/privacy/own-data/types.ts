import type { Mention, OwnTable } from '../../../platform/personal-data/types.ts'

/** Everything that is stored about somebody, as the file of Art. 15 GDPR holds it. */
export type OwnData = {
  readonly name: string
  /** Instant, ISO 8601 in UTC. */
  readonly readAt: string
  readonly tables: readonly OwnTable[]
  /** Entries of the log of changes that they made, or that are about rows of theirs. */
  readonly changes: readonly OwnChange[]
  /** Texts by others that name them. */
  readonly mentions: readonly Mention[]
}

export type OwnChange = {
  readonly at: string
  readonly isByThem: boolean
  readonly table: string
  readonly operation: string
  readonly before: unknown
  readonly after: unknown
}
