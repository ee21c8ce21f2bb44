import { objectPage } from '#lib/server/forms/object-page.ts'
import { sourceObject } from '#lib/server/workplace/sources.ts'

const page = objectPage(sourceObject)
export const load = page.load
export const actions = page.actions
