import { loadSheets } from '#lib/server/moderation/pages.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => loadSheets(event)
