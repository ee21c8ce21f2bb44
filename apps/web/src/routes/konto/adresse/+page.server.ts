import { askForAddress, confirmAddress } from '@fachtag/core/modules/people/accounts/addresses/commands'
import { findAddressLink } from '@fachtag/core/modules/people/accounts/addresses/queries'
import { addressInput } from '@fachtag/core/modules/people/accounts/addresses/schema'
import { findOwnFactors } from '@fachtag/core/modules/people/accounts/factors/queries'
import { tokenSchema } from '@fachtag/core/modules/people/accounts/schema'
import { linkParameter } from '@fachtag/core/modules/people/accounts/setup/rules'
import { fail } from '@sveltejs/kit'
import { done, leadTo } from '#lib/server/done.ts'
import { askForStrength } from '#lib/server/factors.ts'
import { type Problems, readForm } from '#lib/server/form.ts'
import { secretAddressHeaders } from '#lib/server/security-headers.ts'
import { readToken } from '#lib/server/sign-in.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  event.setHeaders(secretAddressHeaders)
  askForStrength(event, await findOwnFactors(event.locals.ctx), `/konto/adresse${event.url.search}`)
  const token = event.url.searchParams.get(linkParameter)?.slice(0, 100) ?? ''
  return { token, link: token ? await findAddressLink(event.locals.ctx, token) : null, done: done(event) }
}

export const actions: Actions = {
  ask: async (event) => {
    const { address = '' } = await readForm(event.request)
    const input = addressInput.safeParse({ address })
    if (!input.success) return fail(422, { address, problems: { address: 'address' } as Problems, until: null })
    const outcome = await askForAddress(event.locals.ctx, { ...input.data, locale: event.locals.locale })
    if (outcome.kind === 'too-many') return fail(429, { address, problems: {} as Problems, until: outcome.until })
    leadTo(event, '/konto/adresse', 'gesendet')
  },
  confirm: async (event) => {
    const { locale, ctx } = event.locals
    const input = tokenSchema.safeParse({ token: (await readForm(event.request)).token })
    if (!input.success) return fail(403, { refused: 'unknown' as const })
    const outcome = await confirmAddress(ctx, { ...input.data, currentToken: readToken(event) ?? '', locale })
    if (outcome.kind !== 'changed') return fail(403, { refused: outcome.kind })
    leadTo(event, '/konto', 'adresse')
  },
}
