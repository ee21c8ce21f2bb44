import { listCandidates } from '@fachtag/core/modules/programme/next-edition/candidates/queries'
import { editionOf } from '#lib/server/admission.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  list: await listCandidates(locals.ctx, editionOf(locals)),
  mayWrite: locals.ctx.may('mail.manage', editionOf(locals)),
  base: `/organisieren/${params.series}/${params.edition}`,
})
