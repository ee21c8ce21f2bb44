import { removeFactor } from '@fachtag/core/modules/people/accounts/factors/commands'
import { findOwnFactors } from '@fachtag/core/modules/people/accounts/factors/queries'
import { addPasskey, renamePasskey } from '@fachtag/core/modules/people/accounts/passkeys/commands'
import { passkeyName, registrationResponse } from '@fachtag/core/modules/people/accounts/passkeys/schema'
import { fail } from '@sveltejs/kit'
import { messages } from '#lib/messages/messages.ts'
import { ownPath } from '#lib/own-path.ts'
import { done, leadTo } from '#lib/server/done.ts'
import { askForStrength, goOn } from '#lib/server/factors.ts'
import { readForm } from '#lib/server/form.ts'
import { readBrowser, readToken } from '#lib/server/sign-in.ts'
import { siteOf } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const factors = await findOwnFactors(event.locals.ctx)
  askForStrength(event, factors, '/konto/passkeys')
  return { passkeys: factors.passkeys, next: ownPath(event.url.searchParams.get('weiter')) ?? '', done: done(event) }
}

export const actions: Actions = {
  add: async (event) => {
    const { ctx, locale } = event.locals
    const { response, name, weiter } = await readForm(event.request)
    const read = registrationResponse.safeParse(response)
    if (!read.success) return fail(422, { refused: 'failed' as const })
    const called = passkeyName.safeParse(name).data ?? messages(locale).account.factor.passkeyDefault
    const tokens = { token: readToken(event) ?? '', browserToken: readBrowser(event) ?? '' }
    const outcome = await addPasskey(ctx, { site: await siteOf(event), ...tokens, response: read.data, name: called })
    if (outcome.kind === 'given') goOn(event, outcome.signIn, weiter, '/konto/zweiter-faktor?geschehen=passkey')
    return fail(422, { refused: 'failed' as const })
  },
  rename: async (event) => {
    const { id = '', name } = await readForm(event.request)
    const called = passkeyName.safeParse(name)
    if (called.success) await renamePasskey(event.locals.ctx, { id, name: called.data })
    leadTo(event, '/konto/passkeys', called.success ? 'umbenannt' : undefined)
  },
  remove: async (event) => {
    const { id = '' } = await readForm(event.request)
    const outcome = await removeFactor(event.locals.ctx, { kind: 'passkey', id })
    if (outcome.kind === 'kept') return fail(409, { refused: 'kept' as const })
    leadTo(event, '/konto/passkeys', 'entfernt')
  },
}
