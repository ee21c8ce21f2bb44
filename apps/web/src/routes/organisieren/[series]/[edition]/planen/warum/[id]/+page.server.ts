import { explainPage } from '#lib/server/workplace/plan-reasons.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = explainPage
