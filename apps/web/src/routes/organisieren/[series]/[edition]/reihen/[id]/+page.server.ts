import { objectPage } from '#lib/server/forms/object-page.ts'
import { trackObject } from '#lib/server/workplace/places.ts'

const page = objectPage(trackObject)
export const load = page.load
export const actions = page.actions
