import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../platform/context/types.ts'
import { saveKeyedRows } from '../../../platform/database/keyed-rows.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import { upsertRows } from '../../../platform/database/rows.ts'
import type { NewsCategoryInput, NewsInput } from './schema.ts'

/** Adds or renames the news categories of a series by slug; others stay. */
export async function saveNewsCategories(
  ctx: Context,
  seriesId: string,
  categories: readonly NewsCategoryInput[],
): Promise<void> {
  ctx.authorize('news.manage', { seriesId })
  await ctx.transaction(async (tx) => {
    const rows = categories.map(({ slug, name }) => ({ series_id: seriesId, slug, name }))
    await upsertRows(tx, 'news_categories', ['series_id', 'slug'], rows)
    await touchPublication(tx)
  })
}

/** Adds news entries of a series, or gives those with the same slug their new values. Answers their ids, in order. */
export async function saveNews(ctx: Context, seriesId: string, entries: readonly NewsInput[]): Promise<string[]> {
  ctx.authorize('news.manage', { seriesId })
  return ctx.transaction(async (tx) => {
    const rows = entries.map((entry) => ({
      id: newId('news'),
      series_id: seriesId,
      edition_id: entry.editionId ?? null,
      slug: entry.slug,
      category: entry.category ?? null,
      title: entry.title,
      summary: entry.summary,
      body: entry.body,
      source_id: entry.sourceId ?? null,
      published_on: entry.publishedOn ?? null,
      date_precision: entry.datePrecision,
      visibility: entry.visibility,
      updated_at: ctx.now().toString(),
    }))
    const ids = await saveKeyedRows(tx, 'news', ['series_id', 'slug'], rows)
    await touchPublication(tx)
    await ctx.publish(tx, 'SiteChanged', {})
    return ids
  })
}
