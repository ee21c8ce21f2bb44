export interface BookmarkTables {
  bookmark_lists: {
    key: string
    edition_id: string
    session_ids: readonly string[]
    counted_at: string
  }
}

declare module '../../../platform/database/tables.ts' {
  interface Tables extends BookmarkTables {}
}
