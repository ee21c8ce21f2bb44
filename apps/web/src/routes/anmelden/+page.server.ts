import { addressInput } from '@fachtag/core/modules/people/accounts/addresses/schema'
import { askForLink } from '@fachtag/core/modules/people/accounts/requests/commands'
import { fail, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { ownPath } from '#lib/own-path.ts'
import { readForm } from '#lib/server/form.ts'
import { keepBrowser, signInFrom } from '#lib/server/sign-in.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => ({ next: ownPath(url.searchParams.get('weiter')) ?? '' })

export const actions: Actions = {
  mail: async (event) => {
    const { ctx, locale } = event.locals
    const { address: typed = '', weiter = '' } = await readForm(event.request)
    const values = { address: typed, next: ownPath(weiter) ?? '' }
    const input = addressInput.safeParse({ address: typed })
    if (!input.success) return fail(422, { ...values, problems: { address: 'address' as const }, until: null })
    const browserToken = keepBrowser(event)
    const from = { ...signInFrom(event), browserToken, locale }
    const outcome = await askForLink(ctx, { ...from, address: input.data.address, next: values.next })
    if (outcome.kind === 'too-many') return fail(429, { ...values, problems: {}, until: outcome.until })
    redirect(303, address('/anmelden/code', locale))
  },
}
