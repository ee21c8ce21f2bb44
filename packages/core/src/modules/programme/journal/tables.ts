import type { Doing, EditKind, KeptChange } from './types.ts'

export interface JournalTables {
  programme_edits: {
    id: string
    edition_id: string
    number: number
    account_id: string | null
    kind: EditKind
    of_id: string | null
    moves: readonly Doing[]
    changes: readonly KeptChange[]
    at: string
  }
}

declare module '../../../platform/database/tables.ts' {
  interface Tables extends JournalTables {}
}
