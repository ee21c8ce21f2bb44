import { sql } from 'kysely'
import type { Db } from '../../../platform/database/tables.ts'
import type { EditionAttendance, ReachedLand, SeriesReach } from './types.ts'

function listReachedLands(db: Db, seriesId: string): Promise<ReachedLand[]> {
  return db
    .selectFrom('edition_lands')
    .innerJoin('editions', 'editions.id', 'edition_lands.edition_id')
    .select([
      'edition_lands.land',
      sql<string[]>`array_agg(editions.id order by editions.starts_on desc nulls last, editions.id)`.as('editionIds'),
    ])
    .where('editions.series_id', '=', seriesId)
    .where('editions.visibility', '=', 'public')
    .groupBy('edition_lands.land')
    .orderBy('edition_lands.land')
    .execute()
}

async function listAttendance(db: Db, seriesId: string): Promise<EditionAttendance[]> {
  const rows = await db
    .selectFrom('attendance_figures')
    .innerJoin('editions', 'editions.id', 'attendance_figures.edition_id')
    .select(['attendance_figures.edition_id', 'count', 'qualifier'])
    .where('editions.series_id', '=', seriesId)
    .where('editions.visibility', '=', 'public')
    .where('session_key', 'is', null)
    .orderBy('attendance_figures.edition_id')
    .orderBy('count')
    .execute()
  const byEdition = Map.groupBy(rows, (row) => row.edition_id)
  return [...byEdition].map(([editionId, figures]) => ({
    editionId,
    figures: figures.map(({ count, qualifier }) => ({ count, qualifier })),
  }))
}

/** Where the people at the public editions of a series came from, and how many they were. Two queries. */
export async function findReach(db: Db, seriesId: string): Promise<SeriesReach> {
  const [lands, attendance] = await Promise.all([listReachedLands(db, seriesId), listAttendance(db, seriesId)])
  return { lands, attendance }
}
