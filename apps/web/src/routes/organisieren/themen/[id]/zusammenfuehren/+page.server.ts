import { mergeTopicPage } from '#lib/server/workplace/merging.ts'

export const load = mergeTopicPage.load
export const actions = mergeTopicPage.actions
