import { loadStands } from '#lib/server/releases/stands.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => loadStands(event)
