import { findSeries } from '@fachtag/core/modules/editions/series/queries'
import { found } from '#lib/server/found.ts'
import { loadSeriesHome } from '#lib/server/series-home.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
  home: await loadSeriesHome(ctx, found(await findSeries(ctx.db, params.series))),
})
