import { readWanted } from '#lib/programme/wanted.ts'
import { chooseDay, loadProgramme, loadSessions } from '#lib/server/programme.ts'
import { today } from '#lib/server/today.ts'
import { Unsent } from '#lib/unsent.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { edition, overview } = await loadProgramme(locals, params)
  if (!overview) return { edition, today: today(locals.ctx), programme: null }
  const wanted = readWanted(url.searchParams)
  const day = chooseDay(overview, params.day, today(locals.ctx))
  const sessions = await loadSessions(locals, overview, day, wanted)
  return {
    edition,
    today: today(locals.ctx),
    programme: { wanted, day, overview: new Unsent(overview), sessions: new Unsent(sessions) },
  }
}
