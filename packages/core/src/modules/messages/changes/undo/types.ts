import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import type { Operation } from '../types.ts'

/** A row that is to be as it was before. */
export type UndoneRow = {
  readonly table: string
  readonly operation: Operation
  readonly objectTable: string
  readonly objectId: string
  readonly editionId: string | null
  readonly seriesId: string | null
  readonly isErased: boolean
}

/** What the log does not know of the tables it logs: the composition of the product tells it. */
export type UndoRules = {
  /** Whether rows of this table can be put back: not where they bear witness (consents, releases) or give rights. */
  readonly canUndo: (table: string) => boolean
  /** Whether the actor may edit all of these. */
  readonly mayEdit: (ctx: Context, rows: readonly UndoneRow[]) => Promise<boolean>
  /** Takes the locks that everybody takes before they write such rows. */
  readonly prepare: (tx: Transaction, rows: readonly UndoneRow[]) => Promise<void>
  /** Lets everything that follows from the rows follow: what the public sees, what is searched. */
  readonly announce: (ctx: Context, tx: Transaction, rows: readonly UndoneRow[]) => Promise<void>
}

export type UndoOutcome =
  | { readonly kind: 'undone' }
  /** Somebody has changed the same since. */
  | { readonly kind: 'overtaken'; readonly by: { readonly id: string; readonly at: string; readonly actor: string } }
  /** Something else hangs on it now, or stands in its place. */
  | { readonly kind: 'blocked' }
  /** Nothing of this kind is taken back, or what stood there was erased. */
  | { readonly kind: 'final' }
