import { listTopics } from '@fachtag/core/modules/editions/topics/queries'
import { countTopicSessions } from '@fachtag/core/modules/programme/sessions/queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const [topics, counts] = await Promise.all([listTopics(ctx.db), countTopicSessions(ctx.db)])
  return { topics: topics.map((topic) => ({ ...topic, count: counts.get(topic.id) ?? 0 })) }
}
