import { loadRecapPreview } from '#lib/server/workplace/previews.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => loadRecapPreview(event)
