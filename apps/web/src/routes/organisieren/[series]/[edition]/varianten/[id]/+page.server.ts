import { variantPage } from '#lib/server/workplace/variant.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = variantPage.load
export const actions: Actions = variantPage.actions
