import type { ChangeCounts, ChangeReport } from '../../changelog/types.ts'
import type { Impact } from '../../impact/types.ts'
import type { Programme } from '../../types.ts'

/** What one programme in the place of another would change, and for whom. */
export type Difference = {
  readonly before: Programme
  readonly after: Programme
  readonly isUnchanged: boolean
  readonly report: ChangeReport
  readonly counts: ChangeCounts
  readonly impact: Impact
  /** Another text wherever what is told of the difference is another one: shows whether somebody has seen it. */
  readonly stamp: string
}
