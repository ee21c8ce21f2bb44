import { findNews } from '@fachtag/core/modules/editions/news/queries'
import { findSeries } from '@fachtag/core/modules/editions/series/queries'
import { found } from '#lib/server/found.ts'
import { picturesIn } from '#lib/server/pictures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = locals.ctx
  const series = found(await findSeries(db, params.series))
  const entry = found(await findNews(db, series.slug, params.entry))
  return { series, entry, pictures: await picturesIn(locals, entry.body) }
}
