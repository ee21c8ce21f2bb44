import { DomainError } from '../../../../kernel/errors.ts'
import type { Db } from '../../../../platform/database/tables.ts'

export type FoundEdition = { readonly id: string; readonly timeZone: string }

/** An edition by its slug, public or not; without a series that of the home series. Throws `edition.not_found`. */
export async function getEdition(db: Db, series: string | undefined, edition: string): Promise<FoundEdition> {
  const row = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .select(['editions.id', 'editions.time_zone as timeZone'])
    .where('editions.slug', '=', edition)
    .where((where) => (series === undefined ? where('is_home', '=', true) : where('series.slug', '=', series)))
    .executeTakeFirst()
  if (!row)
    throw new DomainError('edition.not_found', { edition: series === undefined ? edition : `${series}/${edition}` })
  return row
}
