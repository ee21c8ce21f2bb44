import { objectPage } from '#lib/server/forms/object-page.ts'
import { found } from '#lib/server/found.ts'
import { findOwn, ownLogisticsObject } from '#lib/server/logistics/own-object.ts'
import type { PageServerLoad } from './$types'

const page = objectPage(ownLogisticsObject)
export const load: PageServerLoad = async (event) => {
  const { edition, logistics } = found(await findOwn(event))
  return { ...(await page.load(event)), edition, check: logistics.check }
}
export const actions = page.actions
