import { suggest } from '@fachtag/core/modules/library/search/queries'
import { address } from '#lib/addresses.ts'
import { messages } from '#lib/messages/messages.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx, locale }, url }) => {
  const query = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
  const { words, hits } = query ? await suggest(ctx.db, query, locale, 5) : { words: [], hits: [] }
  const t = messages(locale).search
  const offers = [
    ...words.map((text) => ({ text })),
    ...hits.map((hit) => ({
      text: hit.title.text,
      note: [t.kinds[hit.kind], hit.year].filter(Boolean).join(' '),
      href: address(hit.path, locale),
    })),
  ]
  return Response.json(offers)
}
