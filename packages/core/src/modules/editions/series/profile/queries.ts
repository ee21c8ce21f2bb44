import type { SeriesScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import type { ManagedSeries } from './types.ts'

function selectSeries(db: Db) {
  return db
    .selectFrom('series')
    .select([
      'id',
      'revision',
      'slug',
      'name',
      'short_name as shortName',
      'claim',
      'description',
      'language',
      'is_home as isHome',
    ])
}

/** The series that the actor works on, in whatever role, by name. One query. */
export async function listOwnSeries(ctx: Context): Promise<ManagedSeries[]> {
  ctx.authorize('workplace.enter', null)
  const all = await selectSeries(ctx.db).orderBy('name').execute()
  return all.filter(({ id }) => ctx.may('series.view', { seriesId: id }))
}

/** A series as its form shows it. */
export async function findManagedSeries(db: Db, { seriesId }: SeriesScope): Promise<ManagedSeries | null> {
  return (await selectSeries(db).where('id', '=', seriesId).executeTakeFirst()) ?? null
}
