import { showHistory } from '#lib/server/changes/history-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => showHistory(event)
