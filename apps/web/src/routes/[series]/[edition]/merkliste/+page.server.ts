import { parseSelection } from '@fachtag/core/modules/programme/selection/rules'
import { listSelectedSessions } from '@fachtag/core/modules/programme/sessions/queries'
import { loadProgramme } from '#lib/server/programme.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { edition } = await loadProgramme(locals, params)
  const slugs = parseSelection(url.searchParams.get('s'))
  return { edition, slugs, sessions: await listSelectedSessions(locals.ctx.db, edition.id, slugs) }
}
