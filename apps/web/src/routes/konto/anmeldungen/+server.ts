import { endOtherSignIns, endSignIn } from '@fachtag/core/modules/people/accounts/sign-ins/commands'
import { leadTo } from '#lib/server/done.ts'
import { readForm } from '#lib/server/form.ts'
import { readToken } from '#lib/server/sign-in.ts'
import type { RequestHandler } from './$types'

/** Ends the sign-in that the form names, or all but the one that is used. */
export const POST: RequestHandler = async (event) => {
  const { ctx } = event.locals
  const { id } = await readForm(event.request)
  if (id) await endSignIn(ctx, { id })
  else await endOtherSignIns(ctx, { token: readToken(event) ?? '' })
  leadTo(event, '/konto', 'beendet')
}
