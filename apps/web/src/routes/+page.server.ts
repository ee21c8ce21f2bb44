import { findHomeSeries, findSeries, listSeries } from '@fachtag/core/modules/editions/series/queries'
import { loadSeriesHome } from '#lib/server/series-home.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const { ctx } = locals
  const home = await findHomeSeries(ctx.db)
  if (home) return { home: await loadSeriesHome(locals, home), all: [] }
  const all = await listSeries(ctx.db)
  const only = all.length === 1 && all[0] ? await findSeries(ctx.db, all[0].slug) : null
  return { home: only && (await loadSeriesHome(locals, only)), all }
}
