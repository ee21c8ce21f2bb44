import { findSeries } from '@fachtag/core/modules/editions/series/queries'
import { found } from '#lib/server/found.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  series: found(await findSeries(locals.ctx.db, params.series)),
})
