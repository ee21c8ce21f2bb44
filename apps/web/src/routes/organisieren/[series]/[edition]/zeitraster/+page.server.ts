import { slotPage } from '#lib/server/workplace/slots.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = slotPage.load
export const actions: Actions = slotPage.actions
