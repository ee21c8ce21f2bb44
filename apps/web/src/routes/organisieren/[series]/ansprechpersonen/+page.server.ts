import { objectPage } from '#lib/server/forms/object-page.ts'
import { contactsObject } from '#lib/server/workplace/contacts.ts'

const page = objectPage(contactsObject)
export const load = page.load
export const actions = page.actions
