import type { EditionScope, SeriesScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'

/** What the series (its short name, if it has one) and the edition of a scope are called. One query. */
export async function nameScope(
  db: Db,
  scope: SeriesScope | EditionScope,
): Promise<{ readonly series: string; readonly edition: string | null } | null> {
  const editionId = 'editionId' in scope ? scope.editionId : ''
  const row = await db
    .selectFrom('series')
    .leftJoin('editions', (join) =>
      join.onRef('editions.series_id', '=', 'series.id').on('editions.id', '=', editionId),
    )
    .select(['series.name', 'series.short_name', 'editions.name as edition'])
    .where('series.id', '=', scope.seriesId)
    .executeTakeFirst()
  return row ? { series: row.short_name ?? row.name, edition: row.edition } : null
}
