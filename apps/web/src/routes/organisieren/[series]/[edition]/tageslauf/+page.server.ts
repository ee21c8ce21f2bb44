import { objectPage } from '#lib/server/forms/object-page.ts'
import { paceObject } from '#lib/server/workplace/pace.ts'

const page = objectPage(paceObject)
export const load = page.load
export const actions = page.actions
