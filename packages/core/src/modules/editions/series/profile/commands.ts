import { DomainError } from '../../../../kernel/errors.ts'
import type { SeriesScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { lockName } from '../../../../platform/database/named-lock.ts'
import { deleteOwned, lockForRemoval, updateOwned } from '../../../../platform/database/owned-rows.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { saveSeries } from '../commands.ts'
import type { SeriesInput } from '../schema.ts'
import type { SeriesForm } from './schema.ts'
import type { SeriesAdded } from './types.ts'

/** Adds a series, and never touches one that exists. */
export async function addSeries(ctx: Context, input: SeriesInput): Promise<SeriesAdded> {
  ctx.authorize('series.create', null)
  return ctx.transaction(async (tx) => {
    await lockName(tx, 'series')
    const known = await tx.selectFrom('series').select('id').where('slug', '=', input.slug).executeTakeFirst()
    if (known) return { kind: 'taken' }
    return { kind: 'saved', seriesId: await saveSeries(ctx.in(tx), input) }
  })
}

/** The front page belongs to all series: only who may add series chooses which one it shows. */
async function moveHome(ctx: Context, tx: Transaction, seriesId: string, isHome: boolean): Promise<void> {
  const series = await tx.selectFrom('series').select('is_home').where('id', '=', seriesId).executeTakeFirst()
  if (!series || series.is_home === isHome) return
  ctx.authorize('series.create', null)
  if (isHome) await tx.updateTable('series').set({ is_home: false }).where('is_home', '=', true).execute()
}

/** Gives a series new values; its address stays. Throws `series.not_found`. */
export async function changeSeries(
  ctx: Context,
  { seriesId }: SeriesScope,
  { name, shortName, claim, description, language, isHome }: SeriesForm,
  expectedRevision?: number,
): Promise<{ readonly kind: 'saved' | 'conflict' }> {
  ctx.authorize('series.manage', { seriesId })
  return ctx.transaction(async (tx) => {
    await moveHome(ctx, tx, seriesId, isHome)
    const row = { name, short_name: shortName ?? null, claim, description, language, is_home: isHome }
    const state = await updateOwned(tx, 'series', seriesId, {}, row, expectedRevision)
    if (state === 'missing') throw new DomainError('series.not_found', { series: seriesId })
    if (state === 'changed') return { kind: 'conflict' }
    await touchPublication(tx)
    await ctx.publish(tx, 'SiteChanged', {})
    return { kind: 'saved' }
  })
}

/** Deletes a series without editions. Throws `series.not_found`. */
export async function removeSeries(
  ctx: Context,
  { seriesId }: SeriesScope,
  expectedRevision?: number,
): Promise<{ readonly kind: 'removed' | 'conflict' | 'in-use' }> {
  ctx.authorize('series.create', null)
  return ctx.transaction(async (tx) => {
    const state = await lockForRemoval(tx, 'series', seriesId, {}, expectedRevision)
    if (state === 'missing') throw new DomainError('series.not_found', { series: seriesId })
    if (state === 'changed') return { kind: 'conflict' }
    const edition = await tx.selectFrom('editions').select('id').where('series_id', '=', seriesId).limit(1).execute()
    if (edition.length > 0) return { kind: 'in-use' }
    await deleteOwned(tx, 'series', seriesId, {})
    await touchPublication(tx)
    return { kind: 'removed' }
  })
}
