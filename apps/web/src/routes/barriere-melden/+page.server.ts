import { reportBarrier } from '@fachtag/core/modules/messages/barrier-reports/commands'
import { barrierReportInput } from '@fachtag/core/modules/messages/barrier-reports/schema'
import { fail, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { problemsOf, readForm } from '#lib/server/form.ts'
import { RateLimit } from '#lib/server/rate-limit.ts'
import type { Actions, PageServerLoad } from './$types'

const perAddress = new RateLimit(5, 3_600_000)

export const load: PageServerLoad = ({ url }) => ({
  isSent: url.searchParams.has('gesendet'),
  page: url.searchParams.get('seite')?.slice(0, 500) ?? '',
})

export const actions: Actions = {
  default: async ({ request, locals: { ctx, locale }, getClientAddress }) => {
    const { page = '', description = '', replyTo = '' } = await readForm(request)
    const values = { page, description, replyTo }
    const input = barrierReportInput.safeParse(values)
    if (!input.success) return fail(422, { values, problems: problemsOf(input.error), isTooMany: false })
    const isAllowed = perAddress.take(getClientAddress(), ctx.now().epochMilliseconds)
    const outcome = isAllowed ? await reportBarrier(ctx, input.data) : { kind: 'too-many' }
    if (outcome.kind === 'too-many') return fail(429, { values, problems: {}, isTooMany: true })
    redirect(303, address('/barriere-melden?gesendet', locale))
  },
}
