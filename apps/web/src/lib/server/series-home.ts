import { listNews } from '@fachtag/core/modules/editions/news/queries'
import { findReach } from '@fachtag/core/modules/editions/reach/queries'
import { decideNextDate } from '@fachtag/core/modules/editions/rules'
import type { SeriesDetail } from '@fachtag/core/modules/editions/series/types'
import type { Context } from '@fachtag/core/platform/context/types'
import { today } from './today.ts'

/** What the home of a series shows, on its own address and on the front page. */
export async function loadSeriesHome(ctx: Context, series: SeriesDetail) {
  const [reach, news] = await Promise.all([findReach(ctx.db, series.id), listNews(ctx.db, series.slug, { limit: 3 })])
  const day = today(ctx)
  return { series, reach, news: news.entries, next: decideNextDate(series.editions, day), today: day }
}

export type SeriesHome = Awaited<ReturnType<typeof loadSeriesHome>>
