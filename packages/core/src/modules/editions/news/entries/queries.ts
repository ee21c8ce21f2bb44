import { sql } from 'kysely'
import type { EditionScope, SeriesScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import type { ManagedNews, NewsDraft } from './types.ts'

/** The entries that a scope is about: all of a series, or those of one edition. */
function selectNews(db: Db, scope: SeriesScope | EditionScope) {
  const own = db.selectFrom('news').where('news.series_id', '=', scope.seriesId)
  return 'editionId' in scope ? own.where('news.edition_id', '=', scope.editionId) : own
}

/** The entries of a series or edition, drafts too: those without a day first, then the newest. One query. */
export function listNewsDrafts(db: Db, scope: SeriesScope | EditionScope): Promise<NewsDraft[]> {
  return selectNews(db, scope)
    .leftJoin('editions', 'editions.id', 'news.edition_id')
    .select([
      'news.id',
      sql<string>`coalesce(nullif(news.title ->> 'de', ''), news.title ->> 'en')`.as('title'),
      'news.published_on as publishedOn',
      'news.visibility',
      'editions.name as edition',
    ])
    .orderBy('news.published_on', (order) => order.desc().nullsFirst())
    .orderBy('news.id', 'desc')
    .execute()
}

/** An entry of the series or edition, as its form shows it. */
export async function findManagedNews(
  db: Db,
  scope: SeriesScope | EditionScope,
  id: string,
): Promise<ManagedNews | null> {
  const row = await selectNews(db, scope).selectAll().where('news.id', '=', id).executeTakeFirst()
  if (!row) return null
  const form = {
    slug: row.slug,
    category: row.category ?? undefined,
    editionId: row.edition_id ?? undefined,
    sourceId: row.source_id ?? undefined,
    title: row.title,
    summary: row.summary,
    body: row.body,
    publishedOn: row.published_on ?? undefined,
    datePrecision: row.date_precision,
  }
  return { id, revision: row.revision, visibility: row.visibility, form }
}
