import { listImages } from '@fachtag/core/modules/editions/images/queries'
import { seriesOf } from '#lib/server/admission.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  images: await listImages(locals.ctx.db, seriesOf(locals)),
  base: `/organisieren/${params.series}/bilder`,
})
