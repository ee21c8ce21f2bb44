import { listNews } from '@fachtag/core/modules/editions/news/queries'
import { findReach } from '@fachtag/core/modules/editions/reach/queries'
import { decideNextDate } from '@fachtag/core/modules/editions/rules'
import type { SeriesDetail } from '@fachtag/core/modules/editions/series/types'
import { picturesIn } from './pictures.ts'
import { today } from './today.ts'

/** What the home of a series shows, on its own address and on the front page. */
export async function loadSeriesHome(locals: App.Locals, series: SeriesDetail) {
  const { ctx } = locals
  const [reach, news, pictures] = await Promise.all([
    findReach(ctx.db, series.id),
    listNews(ctx.db, series.slug, { limit: 3 }),
    picturesIn(locals, series.description),
  ])
  const day = today(ctx)
  return { series, reach, pictures, news: news.entries, next: decideNextDate(series.editions, day), today: day }
}

export type SeriesHome = Awaited<ReturnType<typeof loadSeriesHome>>
