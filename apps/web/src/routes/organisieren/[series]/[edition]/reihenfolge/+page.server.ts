import { orderPage } from '#lib/server/logistics/order-page.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = orderPage.load
export const actions: Actions = orderPage.actions
