import { loadRestoring, restore } from '#lib/server/releases/stands.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => loadRestoring(event)

export const actions: Actions = { default: (event) => restore(event) }
