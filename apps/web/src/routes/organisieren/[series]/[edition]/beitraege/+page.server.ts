import { listTracks } from '@fachtag/core/modules/editions/queries'
import { listDraftSessions } from '@fachtag/core/modules/programme/draft/list/queries'
import { pageOf } from '#lib/paging.ts'
import { editionOf } from '#lib/server/admission.ts'
import { readSessionFilter } from '#lib/workplace/session-filter.ts'
import type { PageServerLoad } from './$types'

const size = 100

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { ctx } = locals
  const scope = editionOf(locals)
  const filter = readSessionFilter(url.searchParams)
  const { page, offset } = pageOf(url.searchParams.get('seite'), size)
  const [list, tracks] = await Promise.all([
    listDraftSessions(ctx, scope, { ...filter, offset, size }),
    listTracks(ctx.db, scope.editionId),
  ])
  const base = `/organisieren/${params.series}/${params.edition}`
  return {
    list,
    tracks,
    filter,
    page,
    pages: Math.ceil(list.total / size),
    base,
    mayEdit: ctx.may('programme.edit', scope),
  }
}
