import { objectPage } from '#lib/server/forms/object-page.ts'
import { mailObject, mailOf } from '#lib/server/mail/mail-object.ts'
import type { PageServerLoad } from './$types'

const page = objectPage(mailObject)
export const load: PageServerLoad = async (event) => ({ ...(await page.load(event)), mail: await mailOf(event) })
export const actions = page.actions
