import { listOwnEditions } from '@fachtag/core/modules/editions/profile/queries'
import { findManagedSeries } from '@fachtag/core/modules/editions/series/profile/queries'
import { seriesOf } from '#lib/server/admission.ts'
import { found } from '#lib/server/found.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const { ctx } = locals
  const scope = seriesOf(locals)
  const [series, editions] = await Promise.all([
    findManagedSeries(ctx.db, scope),
    listOwnEditions(ctx, [scope.seriesId]),
  ])
  return { series: found(series), editions, mayAdd: ctx.may('series.manage', scope) }
}
