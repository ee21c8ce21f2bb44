import type { Db } from '../../../platform/database/tables.ts'
import { selectEditionSessions, toEditionSession } from '../sessions/queries.ts'
import type { ItineraryEntry } from './types.ts'

/** The sessions in which a person publicly appears and has not been replaced, for a calendar; the newest edition first. One query. */
export async function listItinerary(db: Db, personId: string): Promise<ItineraryEntry[]> {
  const rows = await selectEditionSessions(db)
    .innerJoin('releases', 'releases.id', 'published_sessions.release_id')
    .leftJoin('venues', 'venues.id', 'editions.venue_id')
    .select([
      'published_sessions.sequence',
      'published_sessions.changed_at as changedAt',
      'releases.published_at as publishedAt',
      'venues.city',
    ])
    .where((where) =>
      where.exists(
        where
          .selectFrom('published_appearances as held')
          .select('held.position')
          .whereRef('held.session_id', '=', 'published_sessions.session_id')
          .where('held.person_id', '=', personId)
          .where('held.state', '=', 'planned'),
      ),
    )
    .execute()
  return rows.map((row) => ({
    ...toEditionSession(row),
    sequence: row.sequence,
    changedAt: row.changedAt,
    publishedAt: row.publishedAt,
    city: row.city,
  }))
}
