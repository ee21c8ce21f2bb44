import { savePage } from '@fachtag/core/modules/editions/pages/commands'
import { findPage } from '@fachtag/core/modules/editions/pages/queries'
import { pageInput } from '@fachtag/core/modules/editions/pages/schema'
import { fail, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { bothLanguages, problemsOf, readForm } from '#lib/server/form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const page = await findPage(ctx.db, params.page)
  const { title = {}, body = {} } = page ?? {}
  const values = {
    title: title.de ?? '',
    titleEnglish: title.en ?? '',
    body: body.de ?? '',
    bodyEnglish: body.en ?? '',
  }
  return { slug: params.page, values, isSaved: url.searchParams.has('gespeichert') }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx, locale }, params }) => {
    const values = await readForm(request)
    const input = pageInput.safeParse({
      slug: params.page,
      title: bothLanguages(values.title, values.titleEnglish),
      body: bothLanguages(values.body, values.bodyEnglish),
    })
    if (!input.success) return fail(422, { values, problems: problemsOf(input.error) })
    await savePage(ctx, input.data)
    redirect(303, address(`/organisieren/seite/${params.page}?gespeichert`, locale))
  },
}
