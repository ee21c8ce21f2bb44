import { objectPage } from '#lib/server/forms/object-page.ts'
import { factsObject } from '#lib/server/workplace/facts.ts'

const page = objectPage(factsObject)
export const load = page.load
export const actions = page.actions
