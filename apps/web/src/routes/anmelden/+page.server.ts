import { addressInput } from '@fachtag/core/modules/people/accounts/addresses/schema'
import { usePasskey } from '@fachtag/core/modules/people/accounts/credentials/commands'
import { authenticationResponse } from '@fachtag/core/modules/people/accounts/passkeys/schema'
import { askForLink } from '@fachtag/core/modules/people/accounts/requests/commands'
import { fail, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { ownPath } from '#lib/own-path.ts'
import { leadTo } from '#lib/server/done.ts'
import { readForm } from '#lib/server/form.ts'
import { findProvider, refusalIn } from '#lib/server/provider.ts'
import { keepBrowser, readBrowser, signInFrom } from '#lib/server/sign-in.ts'
import { welcome } from '#lib/server/welcome.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, locals }) => {
  const next = ownPath(url.searchParams.get('weiter')) ?? ''
  if (locals.ctx.actor.kind === 'account') redirect(303, next || address('/konto', locals.locale))
  return { next, provider: findProvider()?.name ?? null, refusal: refusalIn(url) }
}

export const actions: Actions = {
  mail: async (event) => {
    const { ctx, locale } = event.locals
    const { address: typed = '', weiter } = await readForm(event.request)
    const values = { address: typed, next: ownPath(weiter) ?? '' }
    const input = addressInput.safeParse({ address: typed })
    if (!input.success) return fail(422, { ...values, problems: { address: 'address' as const }, until: null })
    const from = { ...signInFrom(event), browserToken: keepBrowser(event), locale, next: values.next }
    const outcome = await askForLink(ctx, { ...from, address: input.data.address })
    if (outcome.kind === 'too-many') return fail(429, { ...values, problems: {}, until: outcome.until })
    leadTo(event, '/anmelden/code')
  },
  passkey: async (event) => {
    const { response, weiter } = await readForm(event.request)
    const read = authenticationResponse.safeParse(response)
    const proof = { ...signInFrom(event), origin: event.url.origin, browserToken: readBrowser(event) ?? '' }
    const wrong = { kind: 'wrong' as const }
    const outcome = read.success ? await usePasskey(event.locals.ctx, { ...proof, response: read.data }) : wrong
    if (outcome.kind === 'given') return welcome(event, outcome.signIn, ownPath(weiter) ?? '')
    const shown = { address: '', next: ownPath(weiter) ?? '', problems: {}, refusal: 'passkey' as const }
    return fail(outcome.kind === 'wrong' ? 422 : 429, { ...shown, until: 'until' in outcome ? outcome.until : null })
  },
}
