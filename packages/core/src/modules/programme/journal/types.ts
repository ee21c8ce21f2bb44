import type { Slot } from '../circumstances/types.ts'
import type { Move, MoveRefusal, Placement } from '../moves/types.ts'

/** What was done to the draft: moves, the taking over of a variant, which is many moves at once, or what is more than moving. */
export type Doing =
  | Move
  | { readonly kind: 'take-over'; readonly variant: string }
  /** A proposal of the planner was accepted, whole or in part. */
  | { readonly kind: 'plan'; readonly task: 'all' | 'unplaced' | 'repair' | 'improve' | 'replan' }
  | { readonly kind: 'replace'; readonly sessionId: string }
  | { readonly kind: 'restore'; readonly release: number }
  | { readonly kind: 'import'; readonly source: string }
  /** Somebody wrote into a session, added one, or took one out or back in. */
  | { readonly kind: 'write'; readonly sessionId: string }
  /** Something that warnings compare the draft with became known: of a person, a room, a session, or of the edition. */
  | { readonly kind: 'know'; readonly of: 'person' | 'room' | 'session' | 'order' | 'pace' }
  /** What sessions refer to changed: rooms, tracks, the days of the edition, people, topics; or what was accepted of warnings. */
  | { readonly kind: 'surroundings' }

/** A `BoardChange` as it is kept: sessions by their id, because what they say is not the journal's business and may change. */
export type KeptChange =
  | { readonly kind: 'placed'; readonly sessionId: string; readonly from: Placement; readonly to: Placement }
  | { readonly kind: 'added' | 'removed'; readonly sessionId: string; readonly at: Placement }
  | { readonly kind: 'slot-added' | 'slot-removed'; readonly slot: Slot }

/** `outside`: the draft was changed otherwise than by moves. It is read anew then, and there is no undo for it here. */
export type EditKind = 'edit' | 'undo' | 'redo' | 'outside'

/** What one editor did at once. */
export type Edit = {
  readonly id: string
  /** 1, 2, 3 … within the edition, in the order in which they happened. */
  readonly number: number
  readonly kind: EditKind
  /** The edit that was undone or done again. */
  readonly ofId: string | null
  /** Whose it is; null for the machine, and for an account that is gone. */
  readonly accountId: string | null
  readonly moves: readonly Doing[]
  readonly changes: readonly KeptChange[]
  /** Instant, ISO 8601. */
  readonly at: string
}

/**
 * `nothing`: there was nothing to do. `outdated`: somebody else has changed these sessions or slots since; nothing was done.
 */
export type EditOutcome =
  | { readonly kind: 'done'; readonly edit: Edit }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'outdated'; readonly ids: readonly string[] }
  | MoveRefusal
