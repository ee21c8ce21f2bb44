import { listNewsDrafts } from '@fachtag/core/modules/editions/news/entries/queries'
import { seriesOf } from '#lib/server/admission.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  entries: await listNewsDrafts(locals.ctx.db, locals.scope ?? seriesOf(locals)),
  base: `/organisieren/${params.series}/${params.edition}/aktuelles`,
})
