import { publishRelease } from '@fachtag/core/modules/programme/release/commands'
import { findPendingRelease } from '@fachtag/core/modules/programme/release/pending/queries'
import { listReleases } from '@fachtag/core/modules/programme/release/queries'
import { redirect } from '@sveltejs/kit'
import { editionOf } from '#lib/server/admission.ts'
import { readForm } from '#lib/server/form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const scope = editionOf(locals)
  const [pending, releases] = await Promise.all([
    findPendingRelease(locals.ctx, scope),
    listReleases(locals.ctx.db, scope.editionId),
  ])
  return { pending, releases, isDone: url.searchParams.has('erledigt') }
}

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
    const { name, note } = await readForm(request)
    const said = { name: name?.trim().slice(0, 100) || undefined, note: note?.trim().slice(0, 1000) || undefined }
    await publishRelease(locals.ctx, { editionId: editionOf(locals).editionId, ...said })
    redirect(303, `${url.pathname}?erledigt`)
  },
}
