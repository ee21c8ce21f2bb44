import { listRecapDrafts } from '@fachtag/core/modules/library/recaps/drafts/queries'
import { editionOf } from '#lib/server/admission.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  recaps: await listRecapDrafts(locals.ctx.db, editionOf(locals)),
  base: `/organisieren/${params.series}/${params.edition}/rueckblick`,
})
