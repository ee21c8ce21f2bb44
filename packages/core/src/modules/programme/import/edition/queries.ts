import { DomainError } from '../../../../kernel/errors.ts'
import type { Db } from '../../../../platform/database/tables.ts'

/** The id of an edition, public or not; without a series that of the home series. Throws `edition.not_found`. */
export async function getEditionId(db: Db, series: string | undefined, edition: string): Promise<string> {
  const row = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .select('editions.id')
    .where('editions.slug', '=', edition)
    .where((where) => (series === undefined ? where('is_home', '=', true) : where('series.slug', '=', series)))
    .executeTakeFirst()
  if (!row)
    throw new DomainError('edition.not_found', { edition: series === undefined ? edition : `${series}/${edition}` })
  return row.id
}
