import { objectPage } from '#lib/server/forms/object-page.ts'
import { roomObject } from '#lib/server/workplace/places.ts'

const page = objectPage(roomObject)
export const load = page.load
export const actions = page.actions
