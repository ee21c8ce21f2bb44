import { objectPage } from '#lib/server/forms/object-page.ts'
import { seriesObject } from '#lib/server/workplace/series.ts'

const page = objectPage(seriesObject)
export const load = page.load
export const actions = page.actions
