import { listNews, listNewsCategories } from '@fachtag/core/modules/editions/news/queries'
import { findSeries } from '@fachtag/core/modules/editions/series/queries'
import { pageOf } from '#lib/paging.ts'
import { found } from '#lib/server/found.ts'
import type { PageServerLoad } from './$types'

const size = 24

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const series = found(await findSeries(ctx.db, params.series))
  const category = url.searchParams.get('rubrik') ?? undefined
  const { page, offset } = pageOf(url.searchParams.get('seite'), size)
  const [news, categories] = await Promise.all([
    listNews(ctx.db, series.slug, { category, limit: size, offset }),
    listNewsCategories(ctx.db, series.slug),
  ])
  return { series, news: news.entries, categories, category, page, pages: Math.ceil(news.total / size) }
}
