import type { Editing, Edits, NextSteps } from '@fachtag/core/modules/programme/editing/types'
import type { Edit } from '@fachtag/core/modules/programme/journal/types'
import type { Move } from '@fachtag/core/modules/programme/moves/types'

/** What the editor begins with, and what it reads anew when it must. */
export type EditorState = Omit<Editing, 'days'> & {
  readonly days: readonly { readonly day: string; readonly name: string }[]
  /** The account that looks on. */
  readonly me: string | null
  readonly mayEdit: boolean
}

/** What the editor sends: moves of the draft, with the last edit that they were made upon, or moves in a variant. */
export type MovesRequest = {
  readonly moves: readonly Move[]
  readonly seen?: number
  readonly variant?: { readonly id: string; readonly revision: number }
}

/** What became of it. `moved`: a variant has a new revision; `conflict`: somebody else has changed it meanwhile. */
export type MovesAnswer =
  | ({ readonly kind: 'done'; readonly edit: Edit } & { readonly steps: NextSteps })
  | { readonly kind: 'nothing' | 'conflict' }
  | { readonly kind: 'outdated' | 'locked' | 'unknown'; readonly ids: readonly string[] }
  | { readonly kind: 'moved'; readonly revision: number }

export type { Edits }

/** Somebody who has the editor open. */
export type Colleague = { readonly id: string; readonly name: string | null }
