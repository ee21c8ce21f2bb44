import { listDirectoryOrganisations } from '@fachtag/core/modules/programme/involvement/organisations/queries'
import { readDirectoryPage } from '#lib/server/workplace/directory.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const wanted = readDirectoryPage(url)
  return {
    ...wanted,
    list: await listDirectoryOrganisations(ctx, wanted),
    mayCreate: ctx.may('organisation.manage', null),
  }
}
