import { performUndo, showUndo } from '#lib/server/changes/undo-page.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => showUndo(event)

export const actions: Actions = { default: (event) => performUndo(event) }
