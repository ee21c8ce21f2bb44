import { listDirectoryTopics } from '@fachtag/core/modules/programme/involvement/topics/queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  topics: await listDirectoryTopics(ctx),
  mayCreate: ctx.may('topic.manage', null),
})
