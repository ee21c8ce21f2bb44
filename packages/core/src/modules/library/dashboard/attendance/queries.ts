import { sql } from 'kysely'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { findCrowded } from './rules.ts'
import type { CrowdedSession, FormerAttendance, SeatedSession } from './types.ts'

function listSeated(db: Db, { editionId }: EditionScope): Promise<SeatedSession[]> {
  return db
    .selectFrom('sessions')
    .innerJoin('rooms', 'rooms.id', 'sessions.room_id')
    .leftJoin('tracks', 'tracks.id', 'sessions.track_id')
    .select([
      'sessions.id',
      'sessions.title',
      'sessions.type',
      'tracks.slug as trackSlug',
      'sessions.is_plenary as isPlenary',
      'rooms.name as roomName',
      sql<number>`rooms.capacity`.as('capacity'),
    ])
    .where('sessions.edition_id', '=', editionId)
    .where('sessions.state', '=', 'planned')
    .where('rooms.capacity', 'is not', null)
    .execute()
}

async function listFormer(db: Db, { seriesId, editionId }: EditionScope): Promise<FormerAttendance[]> {
  const rows = await db
    .selectFrom('attendance_figures')
    .innerJoin('editions', 'editions.id', 'attendance_figures.edition_id')
    .leftJoin('sessions', (join) =>
      join
        .onRef('sessions.edition_id', '=', 'editions.id')
        .onRef('sessions.slug', '=', 'attendance_figures.session_key'),
    )
    .leftJoin('tracks', 'tracks.id', 'sessions.track_id')
    .select([
      'editions.starts_on as startsOn',
      'attendance_figures.count',
      'attendance_figures.session_key as key',
      'sessions.type',
      'tracks.slug as trackSlug',
    ])
    .where('editions.series_id', '=', seriesId)
    .where('editions.id', '<>', editionId)
    .execute()
  return rows.flatMap(({ key, type, trackSlug, ...figure }): FormerAttendance[] => {
    if (key === null) return [{ ...figure, session: null }]
    return type === null ? [] : [{ ...figure, session: { type, trackSlug } }]
  })
}

/** The sessions of the draft in rooms too small for what came to the editions before. Two queries. */
export async function listCrowded(db: Db, scope: EditionScope): Promise<CrowdedSession[]> {
  const [sessions, figures] = await Promise.all([listSeated(db, scope), listFormer(db, scope)])
  return findCrowded(sessions, figures)
}
