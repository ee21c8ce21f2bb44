import { makeNextEdition, showNextEdition } from '#lib/server/workplace/next-edition.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => showNextEdition(event)

export const actions: Actions = { default: (event) => makeNextEdition(event) }
