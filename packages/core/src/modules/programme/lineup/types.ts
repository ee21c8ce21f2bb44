import type { ProgrammeAppearance } from '../types.ts'

/** One place in the line-up of a session, with whoever was meant to take it before. */
export type LineupEntry = {
  readonly appearance: ProgrammeAppearance
  /** The appearances that this one stands in for, the first that was planned last; mostly none. */
  readonly standsInFor: readonly ProgrammeAppearance[]
}
