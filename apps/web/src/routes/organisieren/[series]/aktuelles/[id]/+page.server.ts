import { objectPage } from '#lib/server/forms/object-page.ts'
import { newsObject } from '#lib/server/workplace/news.ts'

const page = objectPage(newsObject)
export const load = page.load
export const actions = page.actions
