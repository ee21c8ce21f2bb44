import { sql } from 'kysely'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import type { BookmarkList } from './types.ts'

/** How many visitors have marked each session, as far as they let it be counted: id → number, for those with any. One query. */
export async function countBookmarks(db: Db, scope: EditionScope): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select id, count(*)::integer as count from bookmark_lists, unnest(session_ids) as id
    where edition_id = ${scope.editionId} group by id`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** How many visitors have marked at least one of these sessions. One query. */
export async function countVisitorsOf(db: Db, scope: EditionScope, sessionIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from bookmark_lists
    where edition_id = ${scope.editionId} and session_ids && ${sessionIds}::text[]`.execute(db)
  return rows[0]!.count
}

/** What visitors have marked together, equal lists as one, the most frequent first. One query. */
export async function listBookmarks(db: Db, scope: EditionScope): Promise<BookmarkList[]> {
  const { rows } = await sql<BookmarkList>`
    select session_ids as sessions, count(*)::integer as count from bookmark_lists
    where edition_id = ${scope.editionId} group by session_ids order by count desc, session_ids`.execute(db)
  return rows
}
