import { objectPage } from '#lib/server/forms/object-page.ts'
import { categoriesObject } from '#lib/server/workplace/news.ts'

const page = objectPage(categoriesObject)
export const load = page.load
export const actions = page.actions
