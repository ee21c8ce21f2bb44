import { mergeOrganisationPage } from '#lib/server/workplace/merging.ts'

export const load = mergeOrganisationPage.load
export const actions = mergeOrganisationPage.actions
