import type { CheckResult, Fallback } from '../../logistics/readiness/types.ts'
import type { SpeakerNeed } from '../../logistics/types.ts'

/** What whoever moderates has to know about somebody's line and needs. */
export type SpeakerLine = {
  readonly personId: string
  /** Where they dial in. */
  readonly link: string | null
  readonly result: CheckResult
  /** What happens when the line fails. */
  readonly fallback: Fallback | null
  readonly fallbackPhone: string | null
  readonly standIn: string | null
  readonly needs: readonly SpeakerNeed[]
  readonly needsNote: string | null
}
