import { findEdition } from '@fachtag/core/modules/editions/queries'
import { listRecaps } from '@fachtag/core/modules/library/recaps/queries'
import { found } from '#lib/server/found.ts'
import { picturesIn } from '#lib/server/pictures.ts'
import { today } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { ctx } = locals
  const edition = found(await findEdition(ctx.db, params.series, params.edition))
  const recaps = await listRecaps(ctx.db, edition.id, edition.series.id)
  found(recaps[0])
  const pictures = await picturesIn(locals, ...recaps.flatMap(({ body, conclusion }) => [body, conclusion]))
  return { edition, recaps, pictures, today: today(ctx) }
}
