import { listPages } from '@fachtag/core/modules/editions/pages/queries'
import { listManagedSeries } from '@fachtag/core/modules/editions/series/queries'
import { closeBarrierReport } from '@fachtag/core/modules/messages/barrier-reports/commands'
import { listBarrierReports } from '@fachtag/core/modules/messages/barrier-reports/queries'
import { signOut } from '@fachtag/core/modules/people/accounts/commands'
import { redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { readForm } from '#lib/server/form.ts'
import { forgetSignIn, readToken } from '#lib/server/sign-in.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const [series, pages, reports] = await Promise.all([
    listManagedSeries(ctx),
    listPages(ctx.db),
    listBarrierReports(ctx),
  ])
  return { series, pages: pages.map((page) => page.slug), reports }
}

export const actions: Actions = {
  answered: async ({ request, locals: { ctx, locale } }) => {
    await closeBarrierReport(ctx, (await readForm(request)).id ?? '')
    redirect(303, address('/organisieren', locale))
  },
  signOut: async ({ locals: { ctx, locale }, cookies, url }) => {
    await signOut(ctx, { token: readToken(cookies) ?? '' })
    forgetSignIn(cookies, url)
    redirect(303, address('/', locale))
  },
}
