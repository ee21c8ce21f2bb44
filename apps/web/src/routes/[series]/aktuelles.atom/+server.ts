import { localize } from '@fachtag/core/kernel/localized-text'
import { listNews } from '@fachtag/core/modules/editions/news/queries'
import { findSeries } from '@fachtag/core/modules/editions/series/queries'
import { writeFeed } from '@fachtag/formats/feed/atom'
import { address } from '#lib/addresses.ts'
import { messages } from '#lib/messages/messages.ts'
import { found } from '#lib/server/found.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx, locale }, params, url }) => {
  const series = found(await findSeries(ctx.db, params.series))
  const { entries } = await listNews(ctx.db, series.slug, { limit: 50 })
  const pageUrl = url.origin + address(`/${series.slug}/aktuelles`, locale)
  const feed = writeFeed({
    id: pageUrl,
    title: `${series.name}: ${messages(locale).series.news}`,
    language: locale,
    selfUrl: `${pageUrl}.atom`,
    pageUrl,
    author: { name: series.name, url: url.origin + address(`/${series.slug}`, locale) },
    entries: entries.map((entry) => ({
      id: `urn:fachtag:${entry.id}`,
      title: localize(entry.title, locale),
      url: `${pageUrl}/${entry.slug}`,
      updatedAt: entry.updatedAt,
      summary: localize(entry.summary, locale) || undefined,
      categories: entry.category ? [localize(entry.category.name, locale)] : [],
    })),
  })
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
