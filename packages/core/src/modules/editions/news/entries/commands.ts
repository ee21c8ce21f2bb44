import { DomainError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { localize } from '../../../../kernel/localized-text.ts'
import type { EditionScope, SeriesScope } from '../../../../kernel/scope.ts'
import { slugify, uniqueSlug } from '../../../../kernel/slug.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { lockName } from '../../../../platform/database/named-lock.ts'
import { deleteOwned, lockForRemoval, type Owner, updateOwned } from '../../../../platform/database/owned-rows.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { requireSources } from '../../sources/queries.ts'
import type { Visibility } from '../../types.ts'
import type { NewsForm } from './schema.ts'
import type { NewsSaved } from './types.ts'

type Scope = SeriesScope | EditionScope
const ownerOf = (scope: Scope): Owner =>
  'editionId' in scope ? { series_id: scope.seriesId, edition_id: scope.editionId } : { series_id: scope.seriesId }

async function tell(ctx: Context, tx: Transaction): Promise<void> {
  await touchPublication(tx)
  await ctx.publish(tx, 'SiteChanged', {})
}

/** Throws where an entry names an edition, source or category that is not of its series. */
async function requireOwn(tx: Transaction, { seriesId }: Scope, { editionId, sourceId, category }: NewsForm) {
  await requireSources(tx, { seriesId }, [sourceId])
  const edition = editionId && tx.selectFrom('editions').select('id').where('series_id', '=', seriesId)
  if (edition && !(await edition.where('id', '=', editionId).executeTakeFirst()))
    throw new DomainError('edition.not_found', { edition: editionId })
  const known = category && tx.selectFrom('news_categories').select('slug').where('series_id', '=', seriesId)
  if (known && !(await known.where('slug', '=', category).executeTakeFirst()))
    throw new DomainError('news_category.not_found', { slug: category })
}

/** The address of an entry: the wanted one, or one made from its title; undefined when another entry has the wanted one. */
async function chooseSlug(
  tx: Transaction,
  { seriesId }: Scope,
  form: NewsForm,
  id: string,
): Promise<string | undefined> {
  await lockName(tx, `news.${seriesId}`)
  const others = await tx
    .selectFrom('news')
    .select('slug')
    .where('series_id', '=', seriesId)
    .where('id', '<>', id)
    .execute()
  const taken = new Set(others.map((row) => row.slug))
  if (form.slug) return taken.has(form.slug) ? undefined : form.slug
  return uniqueSlug(slugify(localize(form.title, 'de'), 60), taken, 'meldung')
}

const toRow = (scope: Scope, form: NewsForm, slug: string, now: string) => ({
  slug,
  edition_id: 'editionId' in scope ? scope.editionId : (form.editionId ?? null),
  category: form.category ?? null,
  title: form.title,
  summary: form.summary,
  body: form.body,
  source_id: form.sourceId ?? null,
  published_on: form.publishedOn ?? null,
  date_precision: form.datePrecision,
  updated_at: now,
})

/** Adds an entry to the news of a series or of one of its editions, not public yet. */
export async function addNews(ctx: Context, scope: Scope, form: NewsForm): Promise<NewsSaved> {
  ctx.authorize('news.manage', scope)
  return ctx.transaction(async (tx) => {
    const id = newId('news')
    await requireOwn(tx, scope, form)
    const slug = await chooseSlug(tx, scope, form, id)
    if (slug === undefined) return { kind: 'taken' }
    const row = toRow(scope, form, slug, ctx.now().toString())
    await tx
      .insertInto('news')
      .values({ id, series_id: scope.seriesId, ...row })
      .execute()
    return { kind: 'saved', id }
  })
}

/** Gives an entry new values; whether it is public stays. Throws `news.not_found`. */
export async function changeNews(
  ctx: Context,
  scope: Scope,
  id: string,
  form: NewsForm,
  expectedRevision?: number,
): Promise<NewsSaved> {
  ctx.authorize('news.manage', scope)
  return ctx.transaction(async (tx) => {
    await requireOwn(tx, scope, form)
    const slug = await chooseSlug(tx, scope, form, id)
    if (slug === undefined) return { kind: 'taken' }
    const row = toRow(scope, form, slug, ctx.now().toString())
    const state = await updateOwned(tx, 'news', id, ownerOf(scope), row, expectedRevision)
    if (state === 'missing') throw new DomainError('news.not_found', { id })
    if (state === 'changed') return { kind: 'conflict' }
    await tell(ctx, tx)
    return { kind: 'saved', id }
  })
}

/** Shows an entry to the public, as of today unless it has a day already, or takes it back. Throws `news.not_found`. */
export async function setNewsVisibility(ctx: Context, scope: Scope, id: string, visibility: Visibility): Promise<void> {
  ctx.authorize('news.manage', scope)
  const today = ctx.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()
  await ctx.transaction(async (tx) => {
    const state = await updateOwned(tx, 'news', id, ownerOf(scope), { visibility })
    if (state === 'missing') throw new DomainError('news.not_found', { id })
    if (visibility === 'public') {
      await tx
        .updateTable('news')
        .set({ published_on: today })
        .where('id', '=', id)
        .where('published_on', 'is', null)
        .execute()
    }
    await tell(ctx, tx)
  })
}

/** Deletes an entry. Throws `news.not_found`. */
export async function removeNews(
  ctx: Context,
  scope: Scope,
  id: string,
  expectedRevision?: number,
): Promise<{ readonly kind: 'removed' | 'conflict' }> {
  ctx.authorize('news.manage', scope)
  return ctx.transaction(async (tx) => {
    const state = await lockForRemoval(tx, 'news', id, ownerOf(scope), expectedRevision)
    if (state === 'missing') throw new DomainError('news.not_found', { id })
    if (state === 'changed') return { kind: 'conflict' }
    await deleteOwned(tx, 'news', id, ownerOf(scope))
    await tell(ctx, tx)
    return { kind: 'removed' }
  })
}
