import { listOwnEditions } from '@fachtag/core/modules/editions/profile/queries'
import { listOwnSeries } from '@fachtag/core/modules/editions/series/profile/queries'
import { closeBarrierReport } from '@fachtag/core/modules/messages/barrier-reports/commands'
import { listBarrierReports } from '@fachtag/core/modules/messages/barrier-reports/queries'
import { signOut } from '@fachtag/core/modules/people/accounts/sign-ins/commands'
import { redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { readForm } from '#lib/server/form.ts'
import { forgetSignIn, readToken } from '#lib/server/sign-in.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const series = await listOwnSeries(ctx)
  const editions = await listOwnEditions(
    ctx,
    series.map(({ id }) => id),
  )
  const reports = ctx.may('barrier.answer', null) ? await listBarrierReports(ctx) : []
  return { series, editions, reports, mayAdd: ctx.may('series.create', null) }
}

export const actions: Actions = {
  answered: async ({ request, locals: { ctx, locale } }) => {
    await closeBarrierReport(ctx, (await readForm(request)).id ?? '')
    redirect(303, address('/organisieren', locale))
  },
  signOut: async (event) => {
    const { ctx, locale } = event.locals
    await signOut(ctx, { token: readToken(event) ?? '' })
    forgetSignIn(event)
    redirect(303, address('/', locale))
  },
}
