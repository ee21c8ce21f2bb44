import { loadEditionPage } from '#lib/server/edition-page.ts'
import { loadProgramme } from '#lib/server/programme.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { edition, overview } = await loadProgramme(locals, params)
  return loadEditionPage(locals, edition, overview)
}
