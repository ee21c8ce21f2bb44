import { loadNewsPreview } from '#lib/server/workplace/previews.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => loadNewsPreview(event)
