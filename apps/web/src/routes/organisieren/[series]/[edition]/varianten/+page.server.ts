import { readVariantList } from '@fachtag/core/modules/programme/variants/overview/queries'
import { editionOf } from '#lib/server/admission.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  list: await readVariantList(locals.ctx, editionOf(locals)),
  base: `/organisieren/${params.series}/${params.edition}/varianten`,
})
