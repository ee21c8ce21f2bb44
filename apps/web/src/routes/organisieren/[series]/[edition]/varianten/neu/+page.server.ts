import { newVariantPage } from '#lib/server/workplace/variants.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = newVariantPage.load
export const actions: Actions = newVariantPage.actions
