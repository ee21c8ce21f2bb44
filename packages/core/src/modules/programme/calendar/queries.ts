import type { Db } from '../../../platform/database/tables.ts'
import type { CalendarSession } from './types.ts'

/** Which sessions of an edition a calendar holds: all, those of a track, or those that somebody selected. By slug. */
export type CalendarChoice = { readonly track?: string; readonly slugs?: readonly string[] }

/** The published sessions for a calendar, by day and time, then in the order of the programme. One query. */
export async function listCalendarSessions(
  db: Db,
  editionId: string,
  choice: CalendarChoice = {},
): Promise<CalendarSession[]> {
  const { track, slugs } = choice
  return db
    .selectFrom('published_sessions')
    .leftJoin('tracks', 'tracks.id', 'published_sessions.track_id')
    .select(['card as session', 'sequence'])
    .where('published_sessions.edition_id', '=', editionId)
    .$if(track !== undefined, (query) => query.where('tracks.slug', '=', track ?? ''))
    .$if(slugs !== undefined, (query) => query.where('published_sessions.slug', 'in', [...(slugs ?? []), '']))
    .orderBy('day', (order) => order.asc().nullsLast())
    .orderBy('starts_at', (order) => order.asc().nullsLast())
    .orderBy('published_sessions.position')
    .orderBy('published_sessions.slug')
    .execute()
}
