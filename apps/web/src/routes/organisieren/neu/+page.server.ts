import { objectPage } from '#lib/server/forms/object-page.ts'
import { newSeriesObject } from '#lib/server/workplace/series.ts'

const page = objectPage(newSeriesObject)
export const load = page.load
export const actions = page.actions
