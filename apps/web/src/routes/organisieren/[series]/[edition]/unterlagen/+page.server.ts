import { listDraftMaterials } from '@fachtag/core/modules/library/materials/queries'
import { editionOf } from '#lib/server/admission.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const all = await listDraftMaterials(locals.ctx, editionOf(locals))
  const state = url.searchParams.get('zustand')
  return {
    materials: state ? all.filter((one) => one.state === state) : all,
    base: `/organisieren/${params.series}/${params.edition}/unterlagen`,
  }
}
