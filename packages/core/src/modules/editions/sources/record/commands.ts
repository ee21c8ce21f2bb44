import { DomainError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { SeriesScope } from '../../../../kernel/scope.ts'
import { slugify, uniqueSlug } from '../../../../kernel/slug.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { lockName } from '../../../../platform/database/named-lock.ts'
import { deleteOwned, lockForRemoval, updateOwned } from '../../../../platform/database/owned-rows.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import { requireOrganisations } from '../../../people/organisations/queries.ts'
import { findManagedSource } from '../queries.ts'
import type { SourceForm } from '../schema.ts'

const toRow = ({ title, publisherId, url, publishedOn }: SourceForm) => ({
  title,
  publisher_id: publisherId ?? null,
  url: url ?? null,
  published_on: publishedOn ?? null,
})

/** Adds a source to a series; its key comes from its title. Answers its id. Throws `organisation.not_found`. */
export async function addSource(ctx: Context, { seriesId }: SeriesScope, input: SourceForm): Promise<string> {
  ctx.authorize('series.manage', { seriesId })
  return ctx.transaction(async (tx) => {
    await requireOrganisations(tx, [input.publisherId])
    await lockName(tx, `sources.${seriesId}`)
    const stored = await tx.selectFrom('sources').select('key').where('series_id', '=', seriesId).execute()
    const key = uniqueSlug(slugify(input.title, 60), new Set(stored.map((row) => row.key)), 'quelle')
    const id = newId('source')
    await tx
      .insertInto('sources')
      .values({ id, series_id: seriesId, key, ...toRow(input) })
      .execute()
    await touchPublication(tx)
    return id
  })
}

/** Gives a source of the series new values; its key stays. Throws `source.not_found` and `organisation.not_found`. */
export async function changeSource(
  ctx: Context,
  { seriesId }: SeriesScope,
  id: string,
  input: SourceForm,
  expectedRevision?: number,
): Promise<{ readonly kind: 'saved' | 'conflict' }> {
  ctx.authorize('series.manage', { seriesId })
  return ctx.transaction(async (tx) => {
    await requireOrganisations(tx, [input.publisherId])
    const state = await updateOwned(tx, 'sources', id, { series_id: seriesId }, toRow(input), expectedRevision)
    if (state === 'missing') throw new DomainError('source.not_found', { id })
    if (state === 'changed') return { kind: 'conflict' }
    await touchPublication(tx)
    return { kind: 'saved' }
  })
}

/** Deletes a source that nothing names. Throws `source.not_found`. */
export async function removeSource(
  ctx: Context,
  { seriesId }: SeriesScope,
  id: string,
  expectedRevision?: number,
): Promise<{ readonly kind: 'removed' | 'conflict' | 'in-use' }> {
  ctx.authorize('series.manage', { seriesId })
  return ctx.transaction(async (tx) => {
    const owner = { series_id: seriesId }
    const state = await lockForRemoval(tx, 'sources', id, owner, expectedRevision)
    const source = await findManagedSource(tx, { seriesId }, id)
    if (state === 'missing' || !source) throw new DomainError('source.not_found', { id })
    if (state === 'changed') return { kind: 'conflict' }
    if (source.uses > 0) return { kind: 'in-use' }
    await deleteOwned(tx, 'sources', id, owner)
    return { kind: 'removed' }
  })
}
