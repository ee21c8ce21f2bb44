import { findTopicScope } from '@fachtag/core/modules/programme/involvement/queries'
import { objectPage } from '#lib/server/forms/object-page.ts'
import { topicObject } from '#lib/server/workplace/topics.ts'
import type { PageServerLoad } from './$types'

const page = objectPage(topicObject)

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const shown = await page.load(event)
  const topic = await findTopicScope(ctx.db, event.params.id)
  return { ...shown, mayChange: topic === null || ctx.may('topic.change', topic) }
}

export const actions = page.actions
