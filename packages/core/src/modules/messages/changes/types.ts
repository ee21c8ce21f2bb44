/** `erase`: the content of earlier rows was taken out, as a person may ask. */
export type Operation = 'insert' | 'update' | 'delete' | 'erase'

/** The columns of a row as the database writes them into JSON. */
export type Image = Readonly<Record<string, unknown>>

/** What a change did to one row: all its columns where it came or went, else those that differ. */
export type ChangedRow = {
  readonly id: number
  readonly table: string
  readonly operation: Operation
  /** The object on whose page this is told: the session of an appearance. */
  readonly objectTable: string
  readonly objectId: string
  readonly editionId: string | null
  readonly seriesId: string | null
  readonly before: Image | null
  readonly after: Image | null
  readonly isErased: boolean
}

/** What one transaction changed. */
export type Change = {
  readonly id: string
  /** Its place in the chain, from 1. */
  readonly number: number
  /** When the transaction began: an instant, ISO 8601 in UTC. */
  readonly at: string
  /** An account's id, or `system` (command line, jobs), `public` (a visitor), `database` (by hand, past the product). */
  readonly actor: string
  /** The change that it took back, and the one that took it back and was not taken back in turn. */
  readonly undoesId: string | null
  readonly undoneById: string | null
  /** At most `shownRows` of those that were asked for. */
  readonly rows: readonly ChangedRow[]
  readonly rowCount: number
}

/** Whose changes: of one object with its parts, of what belongs to an edition or a series, or all. */
export type ChangePlace =
  | { readonly kind: 'object'; readonly table: string; readonly id: string }
  | { readonly kind: 'edition'; readonly editionId: string }
  | { readonly kind: 'series'; readonly seriesId: string }
  | { readonly kind: 'site' }

/** `from` and `until` are days in `timeZone`, both included. `text` is looked for in what stood there before and after. */
export type ChangeFilter = {
  readonly actor?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly timeZone?: string | undefined
  readonly table?: string | undefined
  readonly object?: string | undefined
  readonly text?: string | undefined
}

export type ChangePage = {
  readonly changes: readonly Change[]
  /** The id to continue before; null on the last page. */
  readonly next: string | null
}
