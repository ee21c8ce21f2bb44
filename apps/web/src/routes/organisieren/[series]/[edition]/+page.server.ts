import { findDashboard } from '@fachtag/core/modules/library/dashboard/queries'
import { editionOf } from '#lib/server/admission.ts'
import { today } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dashboard: await findDashboard(locals.ctx, editionOf(locals), today(locals.ctx)),
  base: `/organisieren/${params.series}/${params.edition}`,
})
