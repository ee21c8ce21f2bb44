import { objectPage } from '#lib/server/forms/object-page.ts'
import { materialObject } from '#lib/server/workplace/materials.ts'

const page = objectPage(materialObject)
export const load = page.load
export const actions = page.actions
