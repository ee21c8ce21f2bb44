import { acceptInvitation } from '@fachtag/core/modules/people/accounts/invitations/commands'
import { findInvitation } from '@fachtag/core/modules/people/accounts/invitations/queries'
import { tokenSchema } from '@fachtag/core/modules/people/accounts/schema'
import { linkParameter } from '@fachtag/core/modules/people/accounts/setup/rules'
import { fail } from '@sveltejs/kit'
import { readForm } from '#lib/server/form.ts'
import { secretAddressHeaders } from '#lib/server/security-headers.ts'
import { signInFrom } from '#lib/server/sign-in.ts'
import { welcome } from '#lib/server/welcome.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
  setHeaders(secretAddressHeaders)
  const input = tokenSchema.safeParse({ token: url.searchParams.get(linkParameter) })
  if (!input.success) return { invitation: { kind: 'unknown' as const }, token: '' }
  return { invitation: await findInvitation(ctx.db, input.data.token, ctx.now()), token: input.data.token }
}

export const actions: Actions = {
  default: async (event) => {
    const input = tokenSchema.safeParse({ token: (await readForm(event.request)).token })
    if (!input.success) return fail(403, { outcome: 'unknown' as const })
    const { device } = signInFrom(event)
    const outcome = await acceptInvitation(event.locals.ctx, { ...input.data, device })
    if (outcome.kind === 'signed-in') return welcome(event, outcome.signIn, '')
    return outcome.kind === 'granted' ? { outcome: outcome.kind } : fail(403, { outcome: outcome.kind })
  },
}
