import { listSessionMaterials } from '@fachtag/core/modules/library/materials/queries'
import { findSessionRecap } from '@fachtag/core/modules/library/recaps/queries'
import { listRelatedSessions } from '@fachtag/core/modules/programme/related/queries'
import { findCancellationNote } from '@fachtag/core/modules/programme/sessions/cancellation/queries'
import { findSession } from '@fachtag/core/modules/programme/sessions/queries'
import { found } from '#lib/server/found.ts'
import { loadProgramme } from '#lib/server/programme.ts'
import { today } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = locals.ctx
  const programme = await loadProgramme(locals, params)
  const { edition } = programme
  const overview = found(programme.overview)
  const published = found(await findSession(db, edition.id, params.session))
  const { id, topicIds } = published.session
  const [recap, materials, related, reason] = await Promise.all([
    findSessionRecap(db, id),
    listSessionMaterials(db, id),
    listRelatedSessions(db, id),
    published.session.state === 'cancelled' ? findCancellationNote(db, edition.id, id) : null,
  ])
  const topics = overview.topics.filter((topic) => topicIds.includes(topic.id))
  return { edition, today: today(locals.ctx), published, recap, materials, related, topics, reason }
}
