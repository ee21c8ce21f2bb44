import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/tables.ts'

/**
 * What was said to everybody when a session was cancelled: the note of the release that cancelled it, if it did nothing else,
 * because a note on many changes is not about this one. Null where nothing was said. One query.
 */
export async function findCancellationNote(db: Db, editionId: string, sessionId: string): Promise<string | null> {
  const cancelled = JSON.stringify([{ id: sessionId }])
  const release = await db
    .selectFrom('releases')
    .select([
      'note',
      sql<number>`(select sum(jsonb_array_length(report -> list))
        from unnest(array['added', 'removed', 'cancelled', 'reinstated', 'moved', 'changed']) as list)`.as('changes'),
    ])
    .where('edition_id', '=', editionId)
    .where(sql<boolean>`report -> 'cancelled' @> ${cancelled}::jsonb`)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return release && Number(release.changes) === 1 ? release.note : null
}
