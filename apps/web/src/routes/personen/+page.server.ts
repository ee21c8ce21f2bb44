import { listPublicPersons } from '@fachtag/core/modules/programme/appearances/queries'
import { pageOf } from '#lib/paging.ts'
import type { PageServerLoad } from './$types'

const size = 60

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const letter = url.searchParams.get('buchstabe')?.slice(0, 1).toUpperCase() || undefined
  const { page, offset } = pageOf(url.searchParams.get('seite'), size)
  const list = await listPublicPersons(ctx.db, { startsWith: letter, offset, size })
  return { list, letter, page, pages: Math.ceil(list.total / size) }
}
