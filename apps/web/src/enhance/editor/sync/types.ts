import type { NextSteps } from '@fachtag/core/modules/programme/editing/types'
import type { Edit } from '@fachtag/core/modules/programme/journal/types'
import type { Board, Move } from '@fachtag/core/modules/programme/moves/types'
import type { EditorState, Edits, MovesAnswer, MovesRequest } from '#lib/programme-editor/types.ts'

/** What an editor has done and the server has not confirmed yet. */
export type Pending = {
  readonly key: number
  readonly wish: { readonly kind: 'moves'; readonly moves: readonly Move[] } | { readonly kind: 'undo' | 'redo' }
  /** The last edit that it was made upon. */
  readonly seen: number
  /** The edit that it has become, as soon as that is known. */
  readonly number?: number
}

/** The way to the server. All of it throws `Unreachable` where nobody answers, `TurnedAway` where it must not go on. */
export interface Transport {
  moves(request: MovesRequest): Promise<MovesAnswer>
  step(kind: 'undo' | 'redo'): Promise<MovesAnswer>
  editsSince(number: number): Promise<Edits>
  state(): Promise<EditorState>
}

/** `lost`: nobody answers, it is tried again; `turned-away`: signed out, or without the right; nothing more is sent. */
export type Connection = 'fine' | 'lost' | 'turned-away'

/** What was done was taken back: others were there before, or it is locked, or gone. */
export type TakenBack = {
  readonly kind: 'taken-back'
  readonly why: 'outdated' | 'locked' | 'unknown' | 'conflict'
  readonly ids: readonly string[]
  readonly wish: Pending['wish']
}

/** Something that the editor has to be told. */
export type Notice =
  | TakenBack
  | { readonly kind: 'nothing-to-step'; readonly step: 'undo' | 'redo' }
  | { readonly kind: 'stepped'; readonly edit: Edit }
  /** Others have done this. */
  | { readonly kind: 'others'; readonly edits: readonly Edit[] }
  /** The draft was changed otherwise than by moves, and was read anew. */
  | { readonly kind: 'read-anew' }
  /** Others have changed the variant, and it was read anew. */
  | { readonly kind: 'variant-changed' }

/** What a line knows: what is stored, what is shown, and what is under way. */
export type Snapshot = {
  readonly board: Board
  readonly pending: readonly Pending[]
  readonly connection: Connection
  /** The last edits, in their order. */
  readonly edits: readonly Edit[]
  readonly steps: NextSteps
  /** Whether there is anything to go back or forth to. */
  readonly canStep: { readonly undo: boolean; readonly redo: boolean }
}
