import { loadPublishing, publishDraft } from '#lib/server/releases/publish-page.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => loadPublishing(event)

export const actions: Actions = { default: (event) => publishDraft(event) }
