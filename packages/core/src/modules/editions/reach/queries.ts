import { sql } from 'kysely'
import type { Db } from '../../../platform/database/tables.ts'
import type { EditionAttendance, OrganisedEdition, ReachedLand, SeriesReach } from './types.ts'

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

function selectFigures(db: Db) {
  return db
    .selectFrom('attendance_figures')
    .innerJoin('editions', 'editions.id', 'attendance_figures.edition_id')
    .select(['attendance_figures.edition_id', 'count', 'qualifier'])
    .where('editions.visibility', '=', 'public')
    .where('session_key', 'is', null)
    .orderBy('attendance_figures.edition_id')
    .orderBy('count')
}

type FigureRow = Awaited<ReturnType<ReturnType<typeof selectFigures>['execute']>>[number]

function groupFigures(rows: readonly FigureRow[]): EditionAttendance[] {
  return [...Map.groupBy(rows, (row) => row.edition_id)].map(([editionId, figures]) => ({
    editionId,
    figures: figures.map(({ count, qualifier }) => ({ count, qualifier })),
  }))
}

/** Where the people at the public editions of a series came from, and how many they were. Two queries. */
export async function findReach(db: Db, seriesId: string): Promise<SeriesReach> {
  const [lands, figures] = await Promise.all([
    listReachedLands(db, seriesId),
    selectFigures(db).where('editions.series_id', '=', seriesId).execute(),
  ])
  return { lands, attendance: groupFigures(figures) }
}

/** The public editions that an organisation organised or supported, the newest first. One query. */
export function listOrganisedEditions(db: Db, organisationId: string): Promise<OrganisedEdition[]> {
  return db
    .selectFrom('edition_organisers')
    .innerJoin('editions', 'editions.id', 'edition_organisers.edition_id')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .select([
      'editions.slug',
      'editions.name',
      'editions.starts_on as startsOn',
      'series.slug as seriesSlug',
      'edition_organisers.role',
    ])
    .where('edition_organisers.organisation_id', '=', organisationId)
    .where('editions.visibility', '=', 'public')
    .orderBy('editions.starts_on', (order) => order.desc().nullsLast())
    .orderBy('editions.slug', 'desc')
    .execute()
}

/** How many came to each public edition of all series, where anybody says so. One query. */
export async function listAllAttendance(db: Db): Promise<EditionAttendance[]> {
  return groupFigures(await selectFigures(db).execute())
}
