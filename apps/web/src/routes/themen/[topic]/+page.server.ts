import { findTopic } from '@fachtag/core/modules/editions/topics/queries'
import { findTopicSlug } from '@fachtag/core/modules/editions/topics/vocabulary/queries'
import { listTopicSessions } from '@fachtag/core/modules/programme/sessions/queries'
import { foundOrMoved } from '#lib/server/moved.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, locale }, params }) => {
  const topic = await foundOrMoved({
    path: '/themen',
    slug: params.topic,
    locale,
    find: (slug) => findTopic(ctx.db, slug),
    findSuccessor: (slug) => findTopicSlug(ctx.db, slug),
  })
  return { topic, sessions: await listTopicSessions(ctx.db, topic.id) }
}
