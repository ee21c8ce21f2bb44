import { listManagedTracks } from '@fachtag/core/modules/editions/places/queries'
import { editionOf } from '#lib/server/admission.ts'
import { orderAction } from '#lib/server/workplace/order.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  places: await listManagedTracks(locals.ctx.db, editionOf(locals)),
  base: `/organisieren/${params.series}/${params.edition}/reihen`,
})

export const actions = { default: orderAction('tracks') }
