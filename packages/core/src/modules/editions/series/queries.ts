import type { Context } from '../../../platform/context/types.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { listContacts } from '../contacts/queries.ts'
import { listEditions } from '../queries.ts'
import type { Series, SeriesDetail } from './types.ts'

function selectSeries(db: Db) {
  return db
    .selectFrom('series')
    .select([
      'series.id',
      'series.slug',
      'series.name',
      'short_name as shortName',
      'claim',
      'series.description',
      'language',
      'is_home as isHome',
    ])
}

/** Every series that has a public edition, and the home series, by name. */
export function listSeries(db: Db): Promise<Series[]> {
  return selectSeries(db)
    .where((or) =>
      or.or([
        or('is_home', '=', true),
        or.exists(
          or
            .selectFrom('editions')
            .select('editions.id')
            .whereRef('editions.series_id', '=', 'series.id')
            .where('visibility', '=', 'public'),
        ),
      ]),
    )
    .orderBy('series.name')
    .execute()
}

/** The series that the front page shows: the one marked as home. */
export async function findHomeSeries(db: Db): Promise<SeriesDetail | null> {
  const series = await selectSeries(db).where('is_home', '=', true).executeTakeFirst()
  return series ? withDetail(db, series) : null
}

/** The series with this slug. */
export async function findSeries(db: Db, slug: string): Promise<SeriesDetail | null> {
  const series = await selectSeries(db).where('series.slug', '=', slug).executeTakeFirst()
  return series ? withDetail(db, series) : null
}

async function withDetail(db: Db, series: Series): Promise<SeriesDetail> {
  const [editions, contacts] = await Promise.all([listEditions(db, series.id), listContacts(db, series.id)])
  return { ...series, editions, contacts }
}

/** The series in which the actor has something to do, also those that the public does not see yet, by name. */
export async function listManagedSeries(ctx: Context): Promise<Series[]> {
  ctx.authorize('workplace.enter', null)
  const all = await selectSeries(ctx.db).orderBy('series.name').execute()
  return all.filter(({ id }) => ctx.may('series.view', { seriesId: id }))
}
