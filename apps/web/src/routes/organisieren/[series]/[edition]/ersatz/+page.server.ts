import { actOnReplacement } from '#lib/server/replacement/actions.ts'
import { loadReplacement } from '#lib/server/replacement/page.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => loadReplacement(event)

export const actions: Actions = { default: (event) => actOnReplacement(event) }
