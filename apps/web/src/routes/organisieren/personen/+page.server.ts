import { listDirectoryPersons } from '@fachtag/core/modules/programme/involvement/persons/queries'
import { readDirectoryPage } from '#lib/server/workplace/directory.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const wanted = readDirectoryPage(url)
  return { ...wanted, list: await listDirectoryPersons(ctx, wanted) }
}
