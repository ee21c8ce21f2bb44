import { sql } from 'kysely'
import { DomainError } from '../../../kernel/errors.ts'
import type { SeriesScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import type { Source } from '../types.ts'
import type { ManagedSource } from './types.ts'

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

/** Every column that names a source. */
const references = [
  ['editions', 'date_source_id'],
  ['edition_lands', 'source_id'],
  ['announcements', 'source_id'],
  ['attendance_figures', 'source_id'],
  ['contacts', 'source_id'],
  ['news', 'source_id'],
  ['sessions', 'source_id'],
  ['recaps', 'source_id'],
] as const

const countUses = sql<number>`(${sql.join(
  references.map(
    ([table, column]) =>
      sql`(select count(*) from ${sql.table(table)} used where used.${sql.ref(column)} = sources.id)`,
  ),
  sql` + `,
)})::integer`

function selectManaged(db: Db, { seriesId }: SeriesScope) {
  return db
    .selectFrom('sources')
    .leftJoin('organisations', 'organisations.id', 'sources.publisher_id')
    .select([
      'sources.id',
      'sources.revision',
      'sources.key',
      'sources.title',
      'sources.publisher_id as publisherId',
      'organisations.name as publisher',
      'sources.url',
      'sources.published_on as publishedOn',
      countUses.as('uses'),
    ])
    .where('sources.series_id', '=', seriesId)
}

/** The sources of a series by title, with how often each is named. One query. */
export function listManagedSources(db: Db, scope: SeriesScope): Promise<ManagedSource[]> {
  return selectManaged(db, scope).orderBy('sources.title').orderBy('sources.id').execute()
}

/** A source of the series. */
export async function findManagedSource(db: Db, scope: SeriesScope, id: string): Promise<ManagedSource | null> {
  return (await selectManaged(db, scope).where('sources.id', '=', id).executeTakeFirst()) ?? null
}

/** Throws `source.not_found` unless all of `ids` are sources of the series. One query. */
export async function requireSources(
  db: Db,
  { seriesId }: SeriesScope,
  ids: readonly (string | undefined)[],
): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))]
  if (wanted.length === 0) return
  const rows = await db
    .selectFrom('sources')
    .select('id')
    .where('series_id', '=', seriesId)
    .where(sql<boolean>`id = any(${wanted})`)
    .execute()
  const missing = wanted.find((id) => !rows.some((row) => row.id === id))
  if (missing !== undefined) throw new DomainError('source.not_found', { id: missing })
}
