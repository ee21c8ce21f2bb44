import type { ColumnKind, Grid } from '../grid/types.ts'
import type { SessionCard } from '../sessions/types.ts'
import type { ProgrammeRoom, ProgrammeTrack } from '../types.ts'

/** Sessions without times that stand together: for everybody, or side by side in tracks. */
export type Stretch =
  | { readonly kind: 'together'; readonly sessions: readonly SessionCard[] }
  | {
      readonly kind: 'parallel'
      readonly tracks: readonly { readonly track: ProgrammeTrack; readonly sessions: readonly SessionCard[] }[]
    }

/** The sessions of one day, arranged to be looked at. */
export type Timetable = {
  /** What the columns are, and whether the other kind would be possible, too. */
  readonly columnKind: ColumnKind
  readonly otherKind: ColumnKind | null
  /** Tracks or rooms by id, for the headings of the columns. */
  readonly columns: ReadonlyMap<string, ProgrammeTrack | ProgrammeRoom>
  readonly grid: Grid
  readonly sessions: ReadonlyMap<string, SessionCard>
  /** What has no time, in the given order. */
  readonly untimed: readonly Stretch[]
}
