import type { Impact } from '../../impact/types.ts'
import type { ProgrammeSession } from '../../types.ts'

/** What a release changed about one session, and whom that concerns. */
export type Aftermath = {
  readonly release: {
    readonly number: number
    readonly name: string
    readonly note: string | null
    readonly publishedAt: string
  }
  readonly session: ProgrammeSession
  readonly impact: Impact
  /** Whether something of it is still so, and could be taken back. */
  readonly mayBeTakenBack: boolean
}
