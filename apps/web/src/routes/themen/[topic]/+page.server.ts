import { findTopic } from '@fachtag/core/modules/editions/topics/queries'
import { listTopicSessions } from '@fachtag/core/modules/programme/sessions/queries'
import { found } from '#lib/server/found.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const topic = found(await findTopic(ctx.db, params.topic))
  return { topic, sessions: await listTopicSessions(ctx.db, topic.id) }
}
