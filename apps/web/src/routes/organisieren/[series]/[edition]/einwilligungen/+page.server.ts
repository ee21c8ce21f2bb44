import { consentPage } from '#lib/server/privacy/consent-page.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = consentPage.load
export const actions: Actions = consentPage.actions
