import { rolePage } from '#lib/server/role-pages.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = rolePage.load
export const actions: Actions = rolePage.actions
