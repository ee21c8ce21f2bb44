import { warningPage } from '#lib/server/workplace/warnings.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = warningPage.load
export const actions: Actions = warningPage.actions
