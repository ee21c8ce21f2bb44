import { orderPlaces } from '@fachtag/core/modules/editions/places/order/commands'
import { redirect } from '@sveltejs/kit'
import { moveInOrder } from '#lib/form/order.ts'
import { editionOf } from '../admission.ts'
import { readForm } from '../form.ts'
import type { ObjectEvent } from '../forms/object-form.ts'

/** The action of a list of rooms or tracks: moves one of them up or down. */
export function orderAction(place: 'rooms' | 'tracks') {
  return async ({ locals, request, url }: ObjectEvent): Promise<never> => {
    const { ids = '', _do = '' } = await readForm(request)
    await orderPlaces(locals.ctx, editionOf(locals), place, moveInOrder(ids.split(' '), _do))
    redirect(303, url.pathname)
  }
}
