import { objectPage } from '#lib/server/forms/object-page.ts'
import { sessionObject } from '#lib/server/workplace/sessions.ts'

const page = objectPage(sessionObject)
export const load = page.load
export const actions = page.actions
