import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Tables } from '../../../platform/database/tables.ts'
import { inPageOrder } from '../timetable/rules.ts'
import type { EditionSession, PublicSession, SessionCard, SessionFilter, SessionsNow } from './types.ts'

type SessionExpression = ExpressionBuilder<Tables, 'published_sessions'>

function narrow(filter: SessionFilter) {
  return (where: SessionExpression) => {
    const wanted = []
    const { tracks, rooms, types, languages, topicIds } = filter
    if (tracks?.length) wanted.push(where(sql<string>`card -> 'track' ->> 'slug'`, 'in', tracks))
    if (rooms?.length) wanted.push(where(sql<string>`card -> 'room' ->> 'slug'`, 'in', rooms))
    if (types?.length) wanted.push(where('type', 'in', types))
    if (languages?.length) wanted.push(where('language', 'in', languages))
    if (topicIds?.length) {
      const about = where
        .selectFrom('published_session_topics as about')
        .select('about.topic_id')
        .whereRef('about.session_id', '=', 'published_sessions.session_id')
        .where('about.topic_id', 'in', topicIds)
      wanted.push(where.exists(about))
    }
    return where.and(wanted)
  }
}

function selectCards(db: Db, editionId: string) {
  return db.selectFrom('published_sessions').select('card').where('published_sessions.edition_id', '=', editionId)
}

/**
 * The published sessions of one day (`YYYY-MM-DD`), or with null those whose day is unknown, narrowed by `filter`:
 * by time, those without a time last, then in the given order. One query; the long texts stay in the database.
 */
export async function listSessions(
  db: Db,
  editionId: string,
  day: string | null,
  filter: SessionFilter = {},
): Promise<SessionCard[]> {
  const rows = await selectCards(db, editionId)
    .where('day', day === null ? 'is' : '=', day)
    .where(narrow(filter))
    .orderBy('starts_at', (order) => order.asc().nullsLast())
    .orderBy('position')
    .orderBy('slug')
    .execute()
  return rows.map((row) => row.card)
}

/** All published sessions of an edition: by day and time, what is unknown last, then in the given order. One query. */
export async function listAllSessions(db: Db, editionId: string, filter: SessionFilter = {}): Promise<SessionCard[]> {
  const rows = await selectCards(db, editionId)
    .where(narrow(filter))
    .orderBy('day', (order) => order.asc().nullsLast())
    .orderBy('starts_at', (order) => order.asc().nullsLast())
    .orderBy('position')
    .orderBy('slug')
    .execute()
  return rows.map((row) => row.card)
}

/** The published sessions with these slugs, as a personal selection keeps them; unknown slugs are left out. One query. */
export async function listSelectedSessions(
  db: Db,
  editionId: string,
  slugs: readonly string[],
): Promise<SessionCard[]> {
  const rows = await selectCards(db, editionId)
    .where('slug', 'in', [...slugs, ''])
    .orderBy('starts_at', (order) => order.asc().nullsLast())
    .orderBy('position')
    .execute()
  return rows.map((row) => row.card)
}

/**
 * The sessions of its day that `card` stands among: those of its track, else of its room. What has neither stands among
 * its like where times are known, else in the order of the whole programme, which is then all that is known.
 */
async function listNeighbours(db: Db, editionId: string, card: SessionCard): Promise<readonly SessionCard[]> {
  const { track, room, day, startsAt } = card
  if (track) return listSessions(db, editionId, day, { tracks: [track.slug] })
  if (room) return listSessions(db, editionId, day, { rooms: [room.slug] })
  const all = await listSessions(db, editionId, day)
  if (startsAt !== null) return all.filter((one) => one.startsAt !== null && !one.track && !one.room)
  return inPageOrder(all.filter((one) => one.startsAt === null))
}

/** The published session with this slug and its neighbours; null where there is none. Two queries. */
export async function findSession(db: Db, editionId: string, slug: string): Promise<PublicSession | null> {
  const row = await db
    .selectFrom('published_sessions')
    .select(['data', 'card', 'sequence', 'changed_at'])
    .where('edition_id', '=', editionId)
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row) return null
  const neighbours = await listNeighbours(db, editionId, row.card)
  const place = neighbours.findIndex((card) => card.id === row.card.id)
  return {
    session: row.data,
    card: row.card,
    sequence: row.sequence,
    changedAt: row.changed_at,
    previous: (place > 0 && neighbours[place - 1]) || null,
    next: (place >= 0 && neighbours[place + 1]) || null,
  }
}

/** What runs at `wallTime` (`YYYY-MM-DDTHH:mm` in the edition's zone) and what begins next on that day. Two queries. */
export async function findSessionsNow(db: Db, editionId: string, wallTime: string): Promise<SessionsNow> {
  const planned = selectCards(db, editionId)
    .where('state', '=', 'planned')
    .orderBy(sql`(card -> 'room' ->> 'position')::integer`)
    .orderBy('slug')
  const running = planned.where('starts_at', '<=', wallTime).where('ends_at', '>', wallTime)
  const nextStart = db
    .selectFrom('published_sessions')
    .select((of) => of.fn.min('starts_at').as('starts_at'))
    .where('edition_id', '=', editionId)
    .where('state', '=', 'planned')
    .where('starts_at', '>', wallTime)
    .where('day', '=', sql<string>`(${wallTime}::timestamp)::date`)
  const upcoming = planned.where('starts_at', '=', nextStart)
  const [now, then] = await Promise.all([running.execute(), upcoming.execute()])
  return { running: now.map((row) => row.card), upcoming: then.map((row) => row.card) }
}

/** Published sessions of public editions, the newest edition first, in the order of its programme. */
export function selectEditionSessions(db: Db) {
  return db
    .selectFrom('published_sessions')
    .innerJoin('editions', 'editions.id', 'published_sessions.edition_id')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .select([
      'published_sessions.card as session',
      'editions.id',
      'editions.slug',
      'editions.name',
      'editions.number',
      'editions.starts_on as startsOn',
      'editions.time_zone as timeZone',
      'series.slug as seriesSlug',
      'series.name as seriesName',
    ])
    .where('editions.visibility', '=', 'public')
    .orderBy('editions.starts_on', (order) => order.desc().nullsLast())
    .orderBy('editions.id')
    .orderBy('published_sessions.starts_at', (order) => order.asc().nullsLast())
    .orderBy('published_sessions.position')
    .orderBy('published_sessions.slug')
}

type EditionSessionRow = Awaited<ReturnType<ReturnType<typeof selectEditionSessions>['execute']>>[number]

export function toEditionSession(row: EditionSessionRow): EditionSession {
  const { session, id, slug, name, number, startsOn, timeZone, seriesSlug, seriesName } = row
  return { edition: { id, slug, name, number, startsOn, timeZone, seriesSlug, seriesName }, session }
}

/** The public sessions about a topic over all editions, the newest edition first. One query. */
export async function listTopicSessions(db: Db, topicId: string): Promise<EditionSession[]> {
  const rows = await selectEditionSessions(db)
    .innerJoin('published_session_topics as about', 'about.session_id', 'published_sessions.session_id')
    .where('about.topic_id', '=', topicId)
    .execute()
  return rows.map(toEditionSession)
}

/** The public sessions of the track with this slug over all editions of a series, the newest edition first. One query. */
export async function listTrackSessions(db: Db, seriesId: string, trackSlug: string): Promise<EditionSession[]> {
  const rows = await selectEditionSessions(db)
    .where('published_sessions.series_id', '=', seriesId)
    .where(sql<string>`published_sessions.card -> 'track' ->> 'slug'`, '=', trackSlug)
    .execute()
  return rows.map(toEditionSession)
}

/** How many public sessions each topic has; topics without any are left out. One query. */
export async function countTopicSessions(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('published_session_topics as about')
    .innerJoin('published_sessions', 'published_sessions.session_id', 'about.session_id')
    .innerJoin('editions', 'editions.id', 'published_sessions.edition_id')
    .select(['about.topic_id as topicId', (of) => of.fn.countAll<number>().as('count')])
    .where('editions.visibility', '=', 'public')
    .groupBy('about.topic_id')
    .execute()
  return new Map(rows.map((row) => [row.topicId, row.count]))
}

/** The sessions of an edition that have a public page: id → the slug it has now. One query. */
export async function listPublishedIds(db: Db, editionId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('published_sessions')
    .select(['session_id', 'slug'])
    .where('edition_id', '=', editionId)
    .execute()
  return new Map(rows.map((row) => [row.session_id, row.slug]))
}
