import { objectPage } from '#lib/server/forms/object-page.ts'
import { editionObject } from '#lib/server/workplace/editions.ts'

const page = objectPage(editionObject)
export const load = page.load
export const actions = page.actions
