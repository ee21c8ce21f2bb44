import { planningPage } from '#lib/server/workplace/planning.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = planningPage.load
export const actions: Actions = planningPage.actions
