import { findEdition } from '@fachtag/core/modules/editions/queries'
import { listRecaps } from '@fachtag/core/modules/library/recaps/queries'
import { found } from '#lib/server/found.ts'
import { today } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const edition = found(await findEdition(ctx.db, params.series, params.edition))
  const recaps = await listRecaps(ctx.db, edition.id, edition.series.id)
  found(recaps[0])
  return { edition, recaps, today: today(ctx) }
}
