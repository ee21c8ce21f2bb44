import { findNews } from '@fachtag/core/modules/editions/news/queries'
import { findSeries } from '@fachtag/core/modules/editions/series/queries'
import { found } from '#lib/server/found.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const series = found(await findSeries(ctx.db, params.series))
  return { series, entry: found(await findNews(ctx.db, series.slug, params.entry)) }
}
