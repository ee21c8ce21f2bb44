import { createHash } from 'node:crypto'
import { DomainError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { SeriesScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { deleteOwned, lockForRemoval, updateOwned } from '../../../platform/database/owned-rows.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import { takeInImage } from '../../../platform/files/image.ts'
import type { FileStore } from '../../../platform/files/store.ts'
import { listImageUses } from './queries.ts'
import type { ImageForm } from './schema.ts'
import type { ImageAdded } from './types.ts'

const toRow = ({ name, alternative, credit, licence }: ImageForm, now: string) => ({
  name,
  alternative,
  credit: credit ?? null,
  licence: licence ?? null,
  updated_at: now,
})

/**
 * Takes in a picture for the texts of a series, without places, names and times in it. Its bytes are on the disk before its
 * record is written; when the record cannot be written, they are taken away again.
 */
export async function addImage(
  ctx: Context,
  files: FileStore,
  scope: SeriesScope,
  input: ImageForm,
  sent: Uint8Array,
): Promise<ImageAdded> {
  ctx.authorize('image.manage', scope)
  const taken = takeInImage(sent)
  if (taken.kind === 'refused') return taken
  const { type, width, height, bytes } = taken.image
  const id = newId('image')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const created_by = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  const facts = { media_type: type, width, height, bytes: bytes.length, sha256, created_by }
  await files.save(id, bytes)
  try {
    await ctx.transaction((tx) =>
      tx
        .insertInto('images')
        .values({ id, series_id: scope.seriesId, ...facts, ...toRow(input, ctx.now().toString()) })
        .execute(),
    )
  } catch (error) {
    await files.remove(id)
    throw error
  }
  return { kind: 'saved', id }
}

/** Changes what is said about a picture of the series, wherever it is shown. Throws `image.not_found`. */
export async function changeImage(
  ctx: Context,
  { seriesId }: SeriesScope,
  id: string,
  input: ImageForm,
  expectedRevision?: number,
): Promise<{ readonly kind: 'saved' | 'conflict' }> {
  ctx.authorize('image.manage', { seriesId })
  return ctx.transaction(async (tx) => {
    const row = toRow(input, ctx.now().toString())
    const state = await updateOwned(tx, 'images', id, { series_id: seriesId }, row, expectedRevision)
    if (state === 'missing') throw new DomainError('image.not_found', { id })
    if (state === 'changed') return { kind: 'conflict' }
    await touchPublication(tx)
    return { kind: 'saved' }
  })
}

/** Deletes a picture that no text shows, and then its bytes. Throws `image.not_found`. */
export async function removeImage(
  ctx: Context,
  files: FileStore,
  { seriesId }: SeriesScope,
  id: string,
  expectedRevision?: number,
): Promise<{ readonly kind: 'removed' | 'conflict' | 'in-use' }> {
  ctx.authorize('image.manage', { seriesId })
  const removed = await ctx.transaction(async (tx) => {
    const owner = { series_id: seriesId }
    const state = await lockForRemoval(tx, 'images', id, owner, expectedRevision)
    if (state === 'missing') throw new DomainError('image.not_found', { id })
    if (state === 'changed') return { kind: 'conflict' as const }
    if ((await listImageUses(tx, { seriesId }, id)).length > 0) return { kind: 'in-use' as const }
    await deleteOwned(tx, 'images', id, owner)
    return { kind: 'removed' as const }
  })
  if (removed.kind === 'removed') await files.remove(id)
  return removed
}
