import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../platform/context/types.ts'
import { saveKeyedRows } from '../../../platform/database/keyed-rows.ts'
import { lockName } from '../../../platform/database/named-lock.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import { lockRevision } from '../../../platform/database/revision.ts'
import { insertRows } from '../../../platform/database/rows.ts'
import type { PageInput } from './schema.ts'

function toRow(page: PageInput, updated_at: string) {
  return { id: newId('page'), slug: page.slug, title: page.title, body: page.body, updated_at }
}

/** Gives the page with this slug its text; makes the page where there is none. */
export async function savePage(ctx: Context, page: PageInput): Promise<void> {
  ctx.authorize('page.manage', null)
  await ctx.transaction(async (tx) => {
    await saveKeyedRows(tx, 'pages', ['slug'], [toRow(page, ctx.now().toString())])
    await touchPublication(tx)
    await ctx.publish(tx, 'SiteChanged', {})
  })
}

/** Gives a page its text unless somebody else has saved another one meanwhile; makes the page where there is none. */
export async function changePage(
  ctx: Context,
  page: PageInput,
  expectedRevision?: number,
): Promise<{ readonly kind: 'saved' | 'conflict' }> {
  ctx.authorize('page.manage', null)
  return ctx.transaction(async (tx) => {
    await lockName(tx, `pages.${page.slug}`)
    const stored = await tx
      .selectFrom('pages')
      .select(['id', 'revision'])
      .where('slug', '=', page.slug)
      .executeTakeFirst()
    // Who began with an empty page has no revision: one that is there by now is another version.
    const state = stored ? await lockRevision(tx, 'pages', stored.id, expectedRevision ?? 0) : 'current'
    if (state === 'changed') return { kind: 'conflict' }
    await savePage(ctx.in(tx), page)
    return { kind: 'saved' }
  })
}

/** Makes those of `pages` that do not exist yet; a page that somebody may have edited keeps its text. Answers the new slugs. */
export async function addMissingPages(ctx: Context, pages: readonly PageInput[]): Promise<string[]> {
  ctx.authorize('page.manage', null)
  return ctx.transaction(async (tx) => {
    const stored = await tx.selectFrom('pages').select('slug').execute()
    const known = new Set(stored.map((row) => row.slug))
    const missing = pages.filter((page) => !known.has(page.slug))
    await insertRows(
      tx,
      'pages',
      missing.map((page) => toRow(page, ctx.now().toString())),
    )
    if (missing.length > 0) await touchPublication(tx)
    return missing.map((page) => page.slug)
  })
}
