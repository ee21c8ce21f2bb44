import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/tables.ts'

/** Which of these sessions were public before and were withdrawn: calendars have been told so. One query. */
export async function listWithdrawn(db: Db, sessionIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select session_id as id from withdrawn_sessions
    where session_id = any(${sessionIds}::text[])`.execute(db)
  return rows.map((row) => row.id)
}
