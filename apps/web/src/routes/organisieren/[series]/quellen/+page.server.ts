import { listManagedSources } from '@fachtag/core/modules/editions/sources/queries'
import { seriesOf } from '#lib/server/admission.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  sources: await listManagedSources(locals.ctx.db, seriesOf(locals)),
  base: `/organisieren/${params.series}/quellen`,
})
