import { objectPage } from '#lib/server/forms/object-page.ts'
import { needsObject } from '#lib/server/workplace/needs.ts'

const page = objectPage(needsObject)
export const load = page.load
export const actions = page.actions
