import { mergePersonPage } from '#lib/server/workplace/merging.ts'

export const load = mergePersonPage.load
export const actions = mergePersonPage.actions
