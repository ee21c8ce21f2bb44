import { sql } from 'kysely'
import type { Db } from '../../../platform/database/tables.ts'
import { mapSources } from '../sources/queries.ts'
import type { NewsCategory, NewsEntry, NewsPage, NewsSummary } from './types.ts'

function selectNews(db: Db) {
  return db
    .selectFrom('news')
    .innerJoin('series', 'series.id', 'news.series_id')
    .leftJoin('news_categories', (join) =>
      join
        .onRef('news_categories.series_id', '=', 'news.series_id')
        .onRef('news_categories.slug', '=', 'news.category'),
    )
    .leftJoin('editions', (join) =>
      join.onRef('editions.id', '=', 'news.edition_id').on('editions.visibility', '=', 'public'),
    )
    .where('news.visibility', '=', 'public')
}

const summaryColumns = [
  'news.id',
  'news.slug',
  'news.title',
  'news.summary',
  'news.published_on as publishedOn',
  'news.date_precision as datePrecision',
  'news.updated_at as updatedAt',
  'news_categories.slug as categorySlug',
  'news_categories.name as categoryName',
  'editions.slug as editionSlug',
  'editions.name as editionName',
] as const

type Joined = {
  categorySlug: string | null
  categoryName: NewsCategory['name'] | null
  editionSlug: string | null
  editionName: string | null
}

function withNames<R extends Joined>({ categorySlug, categoryName, editionSlug, editionName, ...row }: R) {
  return {
    ...row,
    category: categorySlug && categoryName ? { slug: categorySlug, name: categoryName } : null,
    edition: editionSlug && editionName ? { slug: editionSlug, name: editionName } : null,
  }
}

type Wanted = {
  readonly category?: string | undefined
  readonly edition?: string | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

/**
 * The public news of the series with this slug, the newest first; what has no date stands at the time of its edition, or last.
 * `category` and `edition` are slugs; `total` counts all that match, `entries` holds at most `limit` (20). Two queries.
 */
export async function listNews(db: Db, seriesSlug: string, wanted: Wanted = {}): Promise<NewsPage> {
  let matching = selectNews(db).where('series.slug', '=', seriesSlug)
  if (wanted.category) matching = matching.where('news.category', '=', wanted.category)
  if (wanted.edition) matching = matching.where('editions.slug', '=', wanted.edition)
  const [rows, counted] = await Promise.all([
    matching
      .select(summaryColumns)
      .orderBy(sql`coalesce(news.published_on, editions.starts_on)`, (order) => order.desc().nullsLast())
      .orderBy('news.id', 'desc')
      .limit(wanted.limit ?? 20)
      .offset(wanted.offset ?? 0)
      .execute(),
    matching.select((of) => of.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  const entries: NewsSummary[] = rows.map(withNames)
  return { entries, total: counted.total }
}

/** The news categories of the series with this slug that a public entry uses, by slug. */
export function listNewsCategories(db: Db, seriesSlug: string): Promise<NewsCategory[]> {
  return db
    .selectFrom('news_categories')
    .innerJoin('series', 'series.id', 'news_categories.series_id')
    .select(['news_categories.slug', 'news_categories.name'])
    .where('series.slug', '=', seriesSlug)
    .where((used) =>
      used.exists(
        used
          .selectFrom('news')
          .select('news.id')
          .whereRef('news.series_id', '=', 'news_categories.series_id')
          .whereRef('news.category', '=', 'news_categories.slug')
          .where('news.visibility', '=', 'public'),
      ),
    )
    .orderBy('news_categories.slug')
    .execute()
}

/** The public news entry with this slug in the series with that slug. */
export async function findNews(db: Db, seriesSlug: string, slug: string): Promise<NewsEntry | null> {
  const row = await selectNews(db)
    .select([...summaryColumns, 'news.body', 'news.source_id', 'news.series_id'])
    .where('series.slug', '=', seriesSlug)
    .where('news.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return null
  const { source_id, series_id, ...entry } = row
  const sources = source_id ? await mapSources(db, series_id) : undefined
  return { ...withNames(entry), source: (source_id && sources?.get(source_id)) || null }
}
