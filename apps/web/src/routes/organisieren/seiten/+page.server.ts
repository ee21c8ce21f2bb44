import { listPages } from '@fachtag/core/modules/editions/pages/queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  present: (await listPages(ctx.db)).map((page) => page.slug),
})
