import type { ChangeCounts } from '../changelog/types.ts'
import type { Told } from '../notices/types.ts'
import type { Programme } from '../types.ts'

/** A release as a list names it. */
export type ReleaseEntry = {
  readonly id: string
  /** 1, 2, 3 … within its edition. */
  readonly number: number
  readonly name: string
  readonly note: string | null
  /** Instant, ISO 8601 in UTC. */
  readonly publishedAt: string
  readonly changes: ChangeCounts
}

export type Release = Omit<ReleaseEntry, 'changes'> & { readonly programme: Programme }

/**
 * `unchanged`: the draft is what the public sees already, and no release was made. `told`: what became of the mails; null
 * where none were asked for.
 */
export type PublishOutcome =
  | { readonly kind: 'published'; readonly release: ReleaseEntry; readonly told: Told | null }
  | { readonly kind: 'unchanged' }
