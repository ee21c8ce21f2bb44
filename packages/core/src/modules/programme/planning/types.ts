import type { BookmarkList } from '../bookmarks/types.ts'
import type { Circumstances } from '../circumstances/types.ts'
import type { Board } from '../moves/types.ts'
import type { Programme } from '../types.ts'
import type { Demand } from './demand/types.ts'
import type { Levels } from './levels/types.ts'

/** What is no longer there, from when until when (wall times, `YYYY-MM-DDTHH:mm`), or for a whole day of the conference. */
export type Loss =
  | { readonly kind: 'person'; readonly personId: string; readonly from: string; readonly until: string }
  | { readonly kind: 'room'; readonly roomId: string; readonly from: string; readonly until: string }
  | { readonly kind: 'day'; readonly day: string }

/**
 * What the planner is asked for. `all`: place everything anew; `unplaced`: what has no place yet, around the rest; `repair`:
 * mend what cannot be, with few moves; `replan`: the same after losses; `improve`: better wishes, from what is there.
 */
export type PlanTask =
  | { readonly kind: 'all' | 'unplaced' | 'repair' | 'improve'; readonly losses?: readonly Loss[] }
  | { readonly kind: 'replan'; readonly losses: readonly Loss[] }

/** Everything that planning an edition goes by. */
export type PlanningInput = {
  readonly board: Board
  readonly circumstances: Circumstances
  /** What the public knows; null while nothing is published. */
  readonly published: Programme | null
  readonly bookmarks: readonly BookmarkList[]
  readonly demand: ReadonlyMap<string, Demand>
  readonly levels: Levels
  /** Days of the edition itself, `YYYY-MM-DD`; sessions and slots may add some. */
  readonly days: readonly string[]
}
