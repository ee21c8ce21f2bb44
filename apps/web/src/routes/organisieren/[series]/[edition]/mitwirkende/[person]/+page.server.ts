import { objectPage } from '#lib/server/forms/object-page.ts'
import { logisticsObject } from '#lib/server/workplace/logistics.ts'

const page = objectPage(logisticsObject)
export const load = page.load
export const actions = page.actions
