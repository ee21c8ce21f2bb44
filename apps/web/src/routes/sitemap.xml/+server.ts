import { listPublicPaths } from '@fachtag/core/modules/library/directory/queries'
import { writeSitemap } from '#lib/sitemap.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
  const paths = ['/', '/archiv', '/themen', '/personen', ...(await listPublicPaths(ctx.db))]
  const xml = writeSitemap(paths.slice(0, 25_000), url.origin)
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
