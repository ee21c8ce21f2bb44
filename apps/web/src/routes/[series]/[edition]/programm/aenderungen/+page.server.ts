import { loadChangelog } from '#lib/server/releases/changelog.ts'
import { Unsent } from '#lib/unsent.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { edition, ...changelog } = await loadChangelog(locals, params)
  return { edition, changelog: new Unsent(changelog) }
}
