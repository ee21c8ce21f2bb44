import type { Source } from '../types.ts'

/** A source as its form shows it. */
export type ManagedSource = Source & {
  readonly revision: number
  readonly publisherId: string | null
  /** How many facts, texts and sessions name it. */
  readonly uses: number
}
