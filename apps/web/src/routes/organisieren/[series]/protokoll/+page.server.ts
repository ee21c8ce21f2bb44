import { showLog } from '#lib/server/changes/log-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => showLog(event)
