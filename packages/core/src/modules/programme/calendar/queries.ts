import { sql } from 'kysely'
import type { Db } from '../../../platform/database/tables.ts'
import type { CalendarSession } from './types.ts'

/** Which sessions of an edition a calendar holds: all, those of a track, or those that somebody selected. By slug. */
export type CalendarChoice = { readonly track?: string; readonly slugs?: readonly string[] }

/**
 * The published sessions for a calendar, by day and time, then in the order of the programme; among them, as cancelled, those
 * that were published and are no more, because a calendar that has them would keep them. One query.
 */
export async function listCalendarSessions(
  db: Db,
  editionId: string,
  { track, slugs }: CalendarChoice = {},
): Promise<CalendarSession[]> {
  const ofTrack =
    track === undefined
      ? sql`true`
      : sql`track_id in (select id from tracks where edition_id = ${editionId} and slug = ${track})`
  const selected = slugs === undefined ? sql`true` : sql`slug = any(${slugs}::text[])`
  const { rows } = await sql<CalendarSession>`
    select card as session, sequence, changed_at as "changedAt" from (
      select card, sequence, changed_at, slug, track_id from published_sessions where edition_id = ${editionId}
      union all
      select card, sequence, withdrawn_at, slug, track_id from withdrawn_sessions where edition_id = ${editionId}
    ) as entries where ${ofTrack} and ${selected}
    order by card ->> 'day' nulls last, card ->> 'startsAt' nulls last, (card -> 'position')::integer, slug`.execute(db)
  return rows
}
