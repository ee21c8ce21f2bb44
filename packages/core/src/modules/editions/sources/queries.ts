import type { Db } from '../../../platform/database/tables.ts'
import type { Source } from '../types.ts'

/** The sources of a series by id. */
export async function mapSources(db: Db, seriesId: string): Promise<ReadonlyMap<string, Source>> {
  const rows = await db
    .selectFrom('sources')
    .leftJoin('organisations', 'organisations.id', 'sources.publisher_id')
    .select([
      'sources.id',
      'sources.key',
      'sources.title',
      'organisations.name as publisher',
      'sources.url',
      'sources.published_on as publishedOn',
    ])
    .where('sources.series_id', '=', seriesId)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
