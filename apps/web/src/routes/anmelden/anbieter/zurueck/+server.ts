import { connectIdentity, signInIdentified, takeAttempt } from '@fachtag/core/modules/people/accounts/oidc/commands'
import { leadTo } from '#lib/server/done.ts'
import { found } from '#lib/server/found.ts'
import { callbackPath, findProvider, refuse } from '#lib/server/provider.ts'
import { readBrowser, readToken, signInFrom } from '#lib/server/sign-in.ts'
import { welcome } from '#lib/server/welcome.ts'
import type { RequestHandler } from './$types'

/** Where the provider sends the browser back to. What it brings counts once, and only in the browser that was sent. */
export const GET: RequestHandler = async (event) => {
  const { ctx } = event.locals
  const provider = found(findProvider())
  const state = event.url.searchParams.get('state')?.slice(0, 200) ?? ''
  const attempt = await takeAttempt(ctx, { state, browserToken: readBrowser(event) ?? '' })
  if (!attempt) return refuse(event, 'provider')
  const callback = new URL(callbackPath + event.url.search, event.url.origin)
  const finish = await provider.finish(callback, { state, nonce: attempt.nonce, verifier: attempt.verifier })
  if (finish.kind !== 'identified') return refuse(event, finish.kind === 'refused' ? 'provider' : 'unreachable')
  const { identity } = finish
  if (attempt.signInId !== null) {
    const token = readToken(event) ?? ''
    const outcome = await connectIdentity(ctx, { identity, signInId: attempt.signInId, token })
    if (outcome.kind === 'signed-out') return refuse(event, 'provider')
    leadTo(event, '/konto', outcome.kind === 'connected' ? 'verbunden' : 'belegt')
  }
  const { device } = signInFrom(event)
  const outcome = await signInIdentified(ctx, { identity, device, mapping: provider.mapping })
  if (outcome.kind === 'disabled') return refuse(event, 'disabled')
  return welcome(event, outcome.signIn, attempt.next)
}
