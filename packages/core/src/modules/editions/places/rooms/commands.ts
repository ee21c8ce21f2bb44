import { DomainError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { deleteOwned, lockForRemoval, updateOwned } from '../../../../platform/database/owned-rows.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { nextPlace } from '../order/commands.ts'
import { listPlaceUses } from '../queries.ts'
import type { RoomForm } from '../schema.ts'
import type { PlaceRemoved, PlaceSaved } from '../types.ts'

async function tell(ctx: Context, tx: Transaction, { editionId }: EditionScope): Promise<void> {
  await touchPublication(tx)
  await ctx.publish(tx, 'EditionChanged', { editionId })
}

/** Adds a room to the end of the edition's list; its address comes from its name. Answers its id. */
export async function addRoom(
  ctx: Context,
  scope: EditionScope,
  { name, capacity, description }: RoomForm,
): Promise<string> {
  ctx.authorize('place.manage', scope)
  return ctx.transaction(async (tx) => {
    const id = newId('room')
    const place = await nextPlace(tx, 'rooms', scope, name)
    const row = { id, edition_id: scope.editionId, name, capacity: capacity ?? null, description: description ?? null }
    await tx
      .insertInto('rooms')
      .values({ ...row, ...place })
      .execute()
    await tell(ctx, tx, scope)
    return id
  })
}

/** Gives a room of the edition new values; its address stays. Throws `room.not_found`. */
export async function changeRoom(
  ctx: Context,
  scope: EditionScope,
  id: string,
  { name, capacity, description }: RoomForm,
  expectedRevision?: number,
): Promise<PlaceSaved> {
  ctx.authorize('place.manage', scope)
  return ctx.transaction(async (tx) => {
    const owner = { edition_id: scope.editionId }
    const values = { name, capacity: capacity ?? null, description: description ?? null }
    const state = await updateOwned(tx, 'rooms', id, owner, values, expectedRevision)
    if (state === 'missing') throw new DomainError('room.not_found', { id })
    if (state === 'changed') return { kind: 'conflict' }
    await tell(ctx, tx, scope)
    return { kind: 'saved', id }
  })
}

/** Deletes a room in which no session stands. Throws `room.not_found`. */
export async function removeRoom(
  ctx: Context,
  scope: EditionScope,
  id: string,
  expectedRevision?: number,
): Promise<PlaceRemoved> {
  ctx.authorize('place.manage', scope)
  return ctx.transaction(async (tx) => {
    const owner = { edition_id: scope.editionId }
    const state = await lockForRemoval(tx, 'rooms', id, owner, expectedRevision)
    if (state === 'missing') throw new DomainError('room.not_found', { id })
    if (state === 'changed') return { kind: 'conflict' }
    if ((await listPlaceUses(tx, 'rooms', scope, id)).length > 0) return { kind: 'in-use' }
    await deleteOwned(tx, 'rooms', id, owner)
    await tell(ctx, tx, scope)
    return { kind: 'removed' }
  })
}
