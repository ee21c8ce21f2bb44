import { givePasskey } from '@fachtag/core/modules/people/accounts/credentials/commands'
import { findOwnFactors } from '@fachtag/core/modules/people/accounts/factors/queries'
import { authenticationResponse } from '@fachtag/core/modules/people/accounts/passkeys/schema'
import { giveCode } from '@fachtag/core/modules/people/accounts/strength/commands'
import { fail } from '@sveltejs/kit'
import { ownPath } from '#lib/own-path.ts'
import { done } from '#lib/server/done.ts'
import { goOn } from '#lib/server/factors.ts'
import { readForm } from '#lib/server/form.ts'
import { readBrowser, readToken } from '#lib/server/sign-in.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const isStrong = ctx.actor.kind === 'account' && ctx.actor.isStrong
  const next = ownPath(event.url.searchParams.get('weiter')) ?? ''
  return { factors: await findOwnFactors(ctx), isStrong, next, done: done(event) }
}

export const actions: Actions = {
  code: async (event) => {
    const { code = '', weiter } = await readForm(event.request)
    const outcome = await giveCode(event.locals.ctx, { code, token: readToken(event) ?? '' })
    if (outcome.kind === 'given') return goOn(event, outcome.signIn, weiter)
    return fail(outcome.kind === 'wrong' ? 422 : 429, { refused: outcome, by: 'code' as const, next: weiter })
  },
  passkey: async (event) => {
    const { response, weiter } = await readForm(event.request)
    const read = authenticationResponse.safeParse(response)
    const proof = { origin: event.url.origin, browserToken: readBrowser(event) ?? '', token: readToken(event) ?? '' }
    const wrong = { kind: 'wrong' as const }
    const outcome = read.success ? await givePasskey(event.locals.ctx, { ...proof, response: read.data }) : wrong
    if (outcome.kind === 'given') return goOn(event, outcome.signIn, weiter)
    return fail(422, { refused: outcome, by: 'passkey' as const, next: weiter })
  },
}
