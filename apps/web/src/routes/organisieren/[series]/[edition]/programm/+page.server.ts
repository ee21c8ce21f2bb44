import { editionOf } from '#lib/server/admission.ts'
import { readProgrammeTable } from '#lib/server/programme-editor/table.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) =>
  readProgrammeTable(locals.ctx, editionOf(locals), {
    edition: `/organisieren/${params.series}/${params.edition}`,
    variant: url.searchParams.get('variante'),
  })
