import { DomainError } from '../../../../kernel/errors.ts'
import { localize } from '../../../../kernel/localized-text.ts'
import type { SeriesScope } from '../../../../kernel/scope.ts'
import { slugify, uniqueSlug } from '../../../../kernel/slug.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { lockRevision } from '../../../../platform/database/revision.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { saveNewsCategories } from '../commands.ts'
import type { CategoriesForm } from './schema.ts'

function withSlugs({ categories }: CategoriesForm) {
  const taken = new Set(categories.flatMap(({ slug }) => slug ?? []))
  return categories.map(({ slug, name }) => ({
    slug: slug ?? uniqueSlug(slugify(localize(name, 'de'), 60), taken, 'rubrik'),
    name,
  }))
}

/** Deletes the categories that are not in `kept`, unless news stand in one: then nothing, and false. */
async function removeOthers(tx: Transaction, seriesId: string, kept: readonly string[]): Promise<boolean> {
  const stored = await tx.selectFrom('news_categories').select('slug').where('series_id', '=', seriesId).execute()
  const gone = stored.map(({ slug }) => slug).filter((slug) => !kept.includes(slug))
  if (gone.length === 0) return true
  const used = await tx
    .selectFrom('news')
    .select('id')
    .where('series_id', '=', seriesId)
    .where('category', 'in', gone)
    .limit(1)
    .execute()
  if (used.length > 0) return false
  await tx.deleteFrom('news_categories').where('series_id', '=', seriesId).where('slug', 'in', gone).execute()
  return true
}

/** Replaces the news categories of a series. `in-use`: one that is gone has news. `expectedRevision`: of the series. */
export async function changeCategories(
  ctx: Context,
  { seriesId }: SeriesScope,
  form: CategoriesForm,
  expectedRevision?: number,
): Promise<{ readonly kind: 'saved' | 'conflict' | 'in-use' }> {
  ctx.authorize('news.manage', { seriesId })
  return ctx.transaction(async (tx) => {
    const state = await lockRevision(tx, 'series', seriesId, expectedRevision)
    if (state === 'missing') throw new DomainError('series.not_found', { series: seriesId })
    if (state === 'changed') return { kind: 'conflict' }
    const categories = withSlugs(form)
    const slugs = categories.map(({ slug }) => slug)
    if (!(await removeOthers(tx, seriesId, slugs))) return { kind: 'in-use' }
    await saveNewsCategories(ctx.in(tx), seriesId, categories)
    await ctx.publish(tx, 'SiteChanged', {})
    return { kind: 'saved' }
  })
}
