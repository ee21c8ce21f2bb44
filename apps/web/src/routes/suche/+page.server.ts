import { listTopics } from '@fachtag/core/modules/editions/topics/queries'
import { search } from '@fachtag/core/modules/library/search/queries'
import { hitsPerPage, readSearch } from '#lib/search.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, locale }, url }) => {
  const input = readSearch(url.searchParams, locale)
  const [result, topics] = await Promise.all([input.query ? search(ctx.db, input) : null, listTopics(ctx.db)])
  return {
    input,
    result,
    pages: result ? Math.ceil(result.total / hitsPerPage) : 0,
    topics: Object.fromEntries(topics.map((topic) => [topic.slug, topic.name])),
  }
}
