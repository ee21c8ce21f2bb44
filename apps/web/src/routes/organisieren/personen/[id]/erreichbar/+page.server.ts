import { objectPage } from '#lib/server/forms/object-page.ts'
import { personContactObject } from '#lib/server/workplace/person-contact.ts'

const page = objectPage(personContactObject)
export const load = page.load
export const actions = page.actions
