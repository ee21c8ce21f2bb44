import { DomainError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { deleteOwned, lockForRemoval, updateOwned } from '../../../../platform/database/owned-rows.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { nextPlace } from '../order/commands.ts'
import { listPlaceUses } from '../queries.ts'
import type { TrackForm } from '../schema.ts'
import type { PlaceRemoved, PlaceSaved } from '../types.ts'

async function tell(ctx: Context, tx: Transaction, { editionId }: EditionScope): Promise<void> {
  await touchPublication(tx)
  await ctx.publish(tx, 'EditionChanged', { editionId })
}

/** Adds a track to the end of the edition's list; its address comes from its name. Answers its id. */
export async function addTrack(ctx: Context, scope: EditionScope, { name, colour }: TrackForm): Promise<string> {
  ctx.authorize('place.manage', scope)
  return ctx.transaction(async (tx) => {
    const id = newId('track')
    const place = await nextPlace(tx, 'tracks', scope, name)
    const row = { id, edition_id: scope.editionId, name, colour: colour ?? null }
    await tx
      .insertInto('tracks')
      .values({ ...row, ...place })
      .execute()
    await tell(ctx, tx, scope)
    return id
  })
}

/** Gives a track of the edition new values; its address stays. Throws `track.not_found`. */
export async function changeTrack(
  ctx: Context,
  scope: EditionScope,
  id: string,
  { name, colour }: TrackForm,
  expectedRevision?: number,
): Promise<PlaceSaved> {
  ctx.authorize('place.manage', scope)
  return ctx.transaction(async (tx) => {
    const owner = { edition_id: scope.editionId }
    const values = { name, colour: colour ?? null }
    const state = await updateOwned(tx, 'tracks', id, owner, values, expectedRevision)
    if (state === 'missing') throw new DomainError('track.not_found', { id })
    if (state === 'changed') return { kind: 'conflict' }
    await tell(ctx, tx, scope)
    return { kind: 'saved', id }
  })
}

/** Deletes a track in which no session stands. Throws `track.not_found`. */
export async function removeTrack(
  ctx: Context,
  scope: EditionScope,
  id: string,
  expectedRevision?: number,
): Promise<PlaceRemoved> {
  ctx.authorize('place.manage', scope)
  return ctx.transaction(async (tx) => {
    const owner = { edition_id: scope.editionId }
    const state = await lockForRemoval(tx, 'tracks', id, owner, expectedRevision)
    if (state === 'missing') throw new DomainError('track.not_found', { id })
    if (state === 'changed') return { kind: 'conflict' }
    if ((await listPlaceUses(tx, 'tracks', scope, id)).length > 0) return { kind: 'in-use' }
    await deleteOwned(tx, 'tracks', id, owner)
    await tell(ctx, tx, scope)
    return { kind: 'removed' }
  })
}
