import type { ChangeCounts, ChangeReport } from '../../changelog/types.ts'

/** What the draft says and the public does not see yet. */
export type PendingRelease = {
  /** Nothing was published so far. */
  readonly isFirst: boolean
  /** There is nothing to publish. */
  readonly isEmpty: boolean
  readonly report: ChangeReport
  readonly counts: ChangeCounts
}
