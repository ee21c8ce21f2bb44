import { previewEdition } from '@fachtag/core/modules/editions/queries'
import { findProgrammeOverview } from '@fachtag/core/modules/programme/overview/queries'
import { editionOf } from '#lib/server/admission.ts'
import { loadEditionPage } from '#lib/server/edition-page.ts'
import { found } from '#lib/server/found.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const edition = found(await previewEdition(locals.ctx.db, editionOf(locals)))
  return loadEditionPage(locals, edition, await findProgrammeOverview(locals.ctx.db, edition.id))
}
