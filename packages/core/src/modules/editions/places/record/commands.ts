import { DomainError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { deleteOwned, lockForRemoval, lockOwned, updateOwned } from '../../../../platform/database/owned-rows.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import { insertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { nextPlace } from '../order/commands.ts'
import { listPlaceUses } from '../queries.ts'
import type { RoomForm, TrackForm } from '../schema.ts'
import type { Place, PlaceRemoved, PlaceSaved } from '../types.ts'

type Forms = { readonly rooms: RoomForm; readonly tracks: TrackForm }

const singular = { rooms: 'room', tracks: 'track' } as const

const toRow: { readonly [P in Place]: (form: Forms[P]) => { name: string } & Record<string, string | number | null> } =
  {
    rooms: ({ name, capacity, description }) => ({
      name,
      capacity: capacity ?? null,
      description: description ?? null,
    }),
    tracks: ({ name, colour }) => ({ name, colour: colour ?? null }),
  }

const missing = (place: Place, id: string) => new DomainError(`${singular[place]}.not_found`, { id })

async function tell(ctx: Context, tx: Transaction, { editionId }: EditionScope): Promise<void> {
  await touchPublication(tx)
  await ctx.publish(tx, 'EditionChanged', { editionId })
  await ctx.publish(tx, 'GroundChanged', { editionId })
}

/** Before any row: whoever writes a programme locks its edition first. */
async function lockFirst(tx: Transaction, { editionId, seriesId }: EditionScope): Promise<void> {
  await lockOwned(tx, 'editions', editionId, { series_id: seriesId })
}

/** Adds a room or track to the end of the edition's list; its address comes from its name. Answers its id. */
export async function addPlace<P extends Place>(
  ctx: Context,
  place: P,
  scope: EditionScope,
  form: Forms[P],
): Promise<string> {
  ctx.authorize('place.manage', scope)
  return ctx.transaction(async (tx) => {
    await lockFirst(tx, scope)
    const id = newId(singular[place])
    const row = toRow[place](form)
    const next = await nextPlace(tx, place, scope, row.name)
    await insertRows<Place>(tx, place, [{ id, edition_id: scope.editionId, ...row, ...next }])
    await tell(ctx, tx, scope)
    return id
  })
}

/** Gives a room or track of the edition new values; its address stays. Throws `room.not_found`, `track.not_found`. */
export async function changePlace<P extends Place>(
  ctx: Context,
  place: P,
  scope: EditionScope,
  id: string,
  form: Forms[P],
  expectedRevision?: number,
): Promise<PlaceSaved> {
  ctx.authorize('place.manage', scope)
  return ctx.transaction(async (tx) => {
    await lockFirst(tx, scope)
    const owner = { edition_id: scope.editionId }
    const state = await updateOwned<Place>(tx, place, id, owner, toRow[place](form), expectedRevision)
    if (state === 'missing') throw missing(place, id)
    if (state === 'changed') return { kind: 'conflict' }
    await tell(ctx, tx, scope)
    return { kind: 'saved', id }
  })
}

/** Deletes a room or track in which no session stands. Throws `room.not_found`, `track.not_found`. */
export async function removePlace(
  ctx: Context,
  place: Place,
  scope: EditionScope,
  id: string,
  expectedRevision?: number,
): Promise<PlaceRemoved> {
  ctx.authorize('place.manage', scope)
  return ctx.transaction(async (tx) => {
    await lockFirst(tx, scope)
    const owner = { edition_id: scope.editionId }
    const state = await lockForRemoval(tx, place, id, owner, expectedRevision)
    if (state === 'missing') throw missing(place, id)
    if (state === 'changed') return { kind: 'conflict' }
    if ((await listPlaceUses(tx, place, scope, id)).length > 0) return { kind: 'in-use' }
    await deleteOwned(tx, place, id, owner)
    await tell(ctx, tx, scope)
    return { kind: 'removed' }
  })
}
