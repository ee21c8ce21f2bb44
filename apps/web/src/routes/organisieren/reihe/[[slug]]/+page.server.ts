import { saveSeriesProfile } from '@fachtag/core/modules/editions/series/profile/commands'
import { seriesProfileInput } from '@fachtag/core/modules/editions/series/profile/schema'
import { findSeries } from '@fachtag/core/modules/editions/series/queries'
import { fail, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { type Problems, problemsOf, readForm } from '#lib/server/form.ts'
import { found } from '#lib/server/found.ts'
import { seriesValues, toSeriesProfile } from '#lib/server/series-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, parent, url }) => {
  const series = params.slug ? found(await findSeries(ctx.db, params.slug)) : null
  const { frame } = await parent()
  return {
    values: seriesValues(series, frame.series?.isHome ?? false),
    slug: series?.slug ?? null,
    isSaved: url.searchParams.has('gespeichert'),
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx, locale }, params }) => {
    const values = { isHome: '', ...(await readForm(request)) }
    const input = seriesProfileInput.safeParse(toSeriesProfile(values, params.slug))
    if (!input.success) return fail(422, { values, problems: problemsOf(input.error) })
    const outcome = await saveSeriesProfile(ctx, params.slug ? 'change' : 'add', input.data)
    const taken: Problems = { slug: 'taken' }
    if (outcome.kind === 'taken') return fail(409, { values, problems: taken })
    redirect(303, address(`/organisieren/reihe/${input.data.slug}?gespeichert`, locale))
  },
}
