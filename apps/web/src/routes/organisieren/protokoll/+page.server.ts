import { showLog } from '#lib/server/changes/log-page.ts'
import { performVerification } from '#lib/server/changes/verification.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => showLog(event)

export const actions: Actions = { verify: (event) => performVerification(event) }
