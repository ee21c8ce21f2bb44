import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/tables.ts'
import type { SessionHistoryEntry } from './types.ts'

/** The releases after the first that changed anything about a session, the newest first, `size` at most. One query. */
export async function listSessionHistory(
  db: Db,
  editionId: string,
  sessionId: string,
  size = 10,
): Promise<SessionHistoryEntry[]> {
  const its = sql`jsonb_build_object('id', ${sessionId}::text)`
  const { rows } = await sql<SessionHistoryEntry>`
    select * from (
      select number, name, note, published_at as "publishedAt",
        array(select list from unnest(array['added', 'removed', 'cancelled', 'reinstated', 'moved', 'changed']) as list
          where jsonb_path_exists(report -> list, '$[*] ? (@.id == $id)', ${its})) as kinds,
        array(select jsonb_array_elements_text(
          jsonb_path_query_array(report, '$.changed[*] ? (@.id == $id).fields[*].field', ${its}))) as fields
      from releases where edition_id = ${editionId} and number > 1
    ) as told where kinds <> '{}' order by number desc limit ${size}`.execute(db)
  return rows
}
