import { findSeries } from '@fachtag/core/modules/editions/series/queries'
import { found } from '#lib/server/found.ts'
import { loadSeriesHome } from '#lib/server/series-home.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  home: await loadSeriesHome(locals, found(await findSeries(locals.ctx.db, params.series))),
})
