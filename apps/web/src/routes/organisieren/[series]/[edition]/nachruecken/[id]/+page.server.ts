import { objectPage } from '#lib/server/forms/object-page.ts'
import { reserveObject } from '#lib/server/workplace/reserves.ts'

const page = objectPage(reserveObject)
export const load = page.load
export const actions = page.actions
