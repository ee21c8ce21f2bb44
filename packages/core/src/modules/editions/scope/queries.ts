import { DomainError } from '../../../kernel/errors.ts'
import type { EditionScope, SeriesScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'

/** The edition with this id and the series it belongs to. Throws `edition.not_found`. */
export async function scopeOfEdition(db: Db, editionId: string): Promise<EditionScope> {
  const scope = await selectEditions(db).where('editions.id', '=', editionId).executeTakeFirst()
  if (!scope) throw new DomainError('edition.not_found', { edition: editionId })
  return scope as EditionScope
}

/** The editions with these ids, by id. One query. */
export async function scopesOfEditions(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, EditionScope>> {
  if (ids.length === 0) return new Map()
  const rows = await selectEditions(db).where('editions.id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.editionId, row as EditionScope]))
}

/** The edition at the address `/<seriesSlug>/<editionSlug>`, public or not; null where there is none. */
export async function findEditionScope(db: Db, seriesSlug: string, editionSlug: string): Promise<EditionScope | null> {
  const scope = await selectEditions(db)
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('series.slug', '=', seriesSlug)
    .where('editions.slug', '=', editionSlug)
    .executeTakeFirst()
  return (scope as EditionScope | undefined) ?? null
}

/** The series at the address `/<slug>`; null where there is none. */
export async function findSeriesScope(db: Db, slug: string): Promise<SeriesScope | null> {
  const scope = await db.selectFrom('series').select('id as seriesId').where('slug', '=', slug).executeTakeFirst()
  return scope ?? null
}

function selectEditions(db: Db) {
  return db.selectFrom('editions').select(['editions.id as editionId', 'editions.series_id as seriesId'])
}
