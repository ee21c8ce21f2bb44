import type { Db } from '../../../platform/database/tables.ts'
import { selectEditionSessions, toEditionSession } from '../sessions/queries.ts'
import type { EditionSession } from '../sessions/types.ts'

/** Public sessions of other editions that share a topic with this published session, the newest edition first, `size` at most. One query. */
export async function listRelatedSessions(db: Db, sessionId: string, size = 8): Promise<EditionSession[]> {
  const rows = await selectEditionSessions(db)
    .where((where) =>
      where.exists(
        where
          .selectFrom('published_session_topics as its')
          .innerJoin('published_session_topics as other', 'other.topic_id', 'its.topic_id')
          .select('its.topic_id')
          .where('its.session_id', '=', sessionId)
          .whereRef('other.session_id', '=', 'published_sessions.session_id'),
      ),
    )
    .where('published_sessions.edition_id', '!=', (where) =>
      where.selectFrom('published_sessions as this').select('this.edition_id').where('this.session_id', '=', sessionId),
    )
    .limit(size)
    .execute()
  return rows.map(toEditionSession)
}
