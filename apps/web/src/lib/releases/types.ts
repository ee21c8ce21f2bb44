import type { ComparedDay, MarkedSession } from '@fachtag/core/modules/programme/comparison/types'
import type { Unsent } from '#lib/unsent.ts'

/** One day of a difference, or of a programme by itself, to be looked at on the grid. */
export type ShownDay = {
  readonly days: readonly ComparedDay[]
  readonly day: string | null
  readonly sessions: Unsent<readonly MarkedSession[]>
  /** Whether rooms in which nothing changed are shown, too; null where there is nothing to choose. */
  readonly isWhole: boolean | null
}
