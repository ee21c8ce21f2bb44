import { objectPage } from '#lib/server/forms/object-page.ts'
import { recapObject } from '#lib/server/workplace/recaps.ts'

const page = objectPage(recapObject)
export const load = page.load
export const actions = page.actions
