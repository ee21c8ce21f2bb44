import { findPage } from '@fachtag/core/modules/editions/pages/queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
  slug: params.page,
  text: await findPage(ctx.db, params.page),
})
