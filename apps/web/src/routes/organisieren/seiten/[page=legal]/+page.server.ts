import { objectPage } from '#lib/server/forms/object-page.ts'
import { pageObject } from '#lib/server/workplace/pages.ts'

const page = objectPage(pageObject)
export const load = page.load
export const actions = page.actions
