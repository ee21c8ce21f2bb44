import { writeFeed } from '@fachtag/formats/feed/atom'
import { changelogFeed } from '#lib/releases/feed.ts'
import { loadChangelog } from '#lib/server/releases/changelog.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { edition, entries } = await loadChangelog(locals, params)
  const feed = writeFeed(changelogFeed(edition, entries, url.origin, locals.locale))
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
