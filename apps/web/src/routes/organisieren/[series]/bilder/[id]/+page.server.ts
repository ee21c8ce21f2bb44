import { objectPage } from '#lib/server/forms/object-page.ts'
import { imageObject } from '#lib/server/workplace/images.ts'

const page = objectPage(imageObject)
export const load = page.load
export const actions = page.actions
