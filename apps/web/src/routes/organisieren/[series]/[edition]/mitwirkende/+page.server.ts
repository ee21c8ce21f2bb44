import { contributorPage } from '#lib/server/logistics/contributor-page.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = contributorPage.load
export const actions: Actions = contributorPage.actions
