import { listTemplates } from '@fachtag/core/modules/messages/mail/templates/queries'
import { seriesOf } from '#lib/server/admission.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  templates: await listTemplates(locals.ctx, seriesOf(locals)),
  series: params.series,
})
