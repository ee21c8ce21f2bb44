import { useLink } from '@fachtag/core/modules/people/accounts/links/commands'
import { findLink } from '@fachtag/core/modules/people/accounts/links/queries'
import { tokenSchema } from '@fachtag/core/modules/people/accounts/schema'
import { linkParameter } from '@fachtag/core/modules/people/accounts/setup/rules'
import { fail } from '@sveltejs/kit'
import { readForm } from '#lib/server/form.ts'
import { secretAddressHeaders } from '#lib/server/security-headers.ts'
import { readBrowser, signInFrom } from '#lib/server/sign-in.ts'
import { welcome } from '#lib/server/welcome.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  event.setHeaders(secretAddressHeaders)
  const input = tokenSchema.safeParse({ token: event.url.searchParams.get(linkParameter) })
  if (!input.success) return { link: { kind: 'unknown' as const }, token: '' }
  const asked = { ...input.data, browserToken: readBrowser(event), now: ctx.now() }
  return { link: await findLink(ctx.db, asked), token: input.data.token }
}

export const actions: Actions = {
  default: async (event) => {
    const input = tokenSchema.safeParse({ token: (await readForm(event.request)).token })
    if (!input.success) return fail(403, { refused: { kind: 'unknown' as const } })
    const outcome = await useLink(event.locals.ctx, { ...input.data, ...signInFrom(event) })
    if (outcome.kind === 'signed-in') return welcome(event, outcome.signIn, outcome.next)
    return fail(outcome.kind === 'too-many' ? 429 : 403, { refused: outcome })
  },
}
