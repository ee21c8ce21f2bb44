import type { LocalizedText } from '../../../kernel/localized-text.ts'
import type { Circumstances } from '../circumstances/types.ts'
import type { Edit } from '../journal/types.ts'
import type { Board } from '../moves/types.ts'
import type { Acceptance } from '../warnings/acceptance/types.ts'

/** The last edit of whoever asks that they can take back or do again; null where there is none. */
export type NextSteps = { readonly undo: Edit | null; readonly redo: Edit | null }

/** Edits of a draft, with what those who read them have to know beside. */
export type Edits = {
  /** In their order. */
  readonly edits: readonly Edit[]
  readonly steps: NextSteps
  /** Account → name, for those whose edits or acceptances these are. */
  readonly names: Readonly<Record<string, string>>
}

/**
 * All that somebody needs to edit a programme. The board holds no long texts: abstracts, descriptions and links are empty in
 * it, because no move and no warning looks at them.
 */
export type Editing = Edits & {
  /** The number of the last edit that the board holds. */
  readonly number: number
  readonly board: Board
  readonly circumstances: Circumstances
  readonly acceptances: readonly Acceptance[]
  /** Topic → name, for the topics of sessions. */
  readonly topics: Readonly<Record<string, LocalizedText>>
  /** The days that sessions and slots are on, and those of the edition, in their order. */
  readonly days: readonly string[]
  /** The variant that the board shows in place of the draft. */
  readonly variant: { readonly id: string; readonly name: string; readonly revision: number } | null
}
