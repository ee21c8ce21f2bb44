import type { SeriesScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import type { NewsCategory } from '../types.ts'

/** All news categories of a series, used or not, by slug. One query. */
export function listCategories(db: Db, { seriesId }: SeriesScope): Promise<NewsCategory[]> {
  return db
    .selectFrom('news_categories')
    .select(['slug', 'name'])
    .where('series_id', '=', seriesId)
    .orderBy('slug')
    .execute()
}
