import { objectPage } from '#lib/server/forms/object-page.ts'
import { newEditionObject } from '#lib/server/workplace/editions.ts'

const page = objectPage(newEditionObject)
export const load = page.load
export const actions = page.actions
