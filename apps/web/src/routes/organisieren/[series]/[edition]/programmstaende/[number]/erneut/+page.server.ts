import { publishAgain } from '#lib/server/releases/publish-page.ts'
import { loadRepublishing, numberIn } from '#lib/server/releases/stands.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => loadRepublishing(event)

export const actions: Actions = { default: (event) => publishAgain(event, numberIn(event)) }
