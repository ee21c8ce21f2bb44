import type { Operation } from '@fachtag/core/modules/messages/changes/types'
import type { Piece } from './word-diff.ts'

/** One field before and after; null where the row was not there. `pieces` tell a long text word by word. */
export type FieldView = {
  readonly label: string
  readonly before: string | null
  readonly after: string | null
  readonly pieces: readonly Piece[] | null
}

/** What happened to one row, in words. */
export type EntryView = {
  readonly id: number
  readonly title: string
  readonly operation: Operation
  /** Where the whole history of its object is told; null where there is no such page. */
  readonly path: string | null
  readonly fields: readonly FieldView[]
  readonly isErased: boolean
}

/** A change, as a reader is told it. */
export type ChangeView = {
  readonly id: string
  /** ISO 8601, and as the clock on the wall shows it. */
  readonly at: string
  readonly when: string
  readonly who: string
  readonly undoes: boolean
  readonly undone: boolean
  readonly entries: readonly EntryView[]
  /** How many entries are not shown. */
  readonly more: number
  /** Where it can be taken back; null where it cannot. */
  readonly undoPath: string | null
}
