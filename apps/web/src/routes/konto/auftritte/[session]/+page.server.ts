import { loadOwnSheet } from '#lib/server/moderation/pages.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => loadOwnSheet(event)
