import { useCode } from '@fachtag/core/modules/people/accounts/links/commands'
import { findOpenRequest } from '@fachtag/core/modules/people/accounts/links/queries'
import { codeInput } from '@fachtag/core/modules/people/accounts/links/schema'
import { fail, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { type Problems, readForm } from '#lib/server/form.ts'
import { readBrowser, signInFrom } from '#lib/server/sign-in.ts'
import { welcome } from '#lib/server/welcome.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx, locale } = event.locals
  const browserToken = readBrowser(event)
  const open = browserToken ? await findOpenRequest(ctx.db, { browserToken, now: ctx.now() }) : null
  // Whoever has sent a code is told what became of it, even where none can be typed any more.
  if (!open && event.request.method === 'GET') redirect(303, address('/anmelden', locale))
  return { open }
}

export const actions: Actions = {
  default: async (event) => {
    const { code: typed = '' } = await readForm(event.request)
    const input = codeInput.safeParse({ code: typed })
    if (!input.success) return fail(422, { code: typed, problems: { code: 'code' } as Problems, refused: null })
    const proof = { ...input.data, ...signInFrom(event), browserToken: readBrowser(event) ?? '' }
    const outcome = await useCode(event.locals.ctx, proof)
    if (outcome.kind === 'signed-in') return welcome(event, outcome.signIn, outcome.next)
    return fail(outcome.kind === 'wrong' ? 422 : 429, { code: typed, problems: {} as Problems, refused: outcome })
  },
}
