import { takeTries } from '@fachtag/core/modules/people/accounts/limits/commands'
import { beginAttempt } from '@fachtag/core/modules/people/accounts/oidc/commands'
import { findSignIn } from '@fachtag/core/modules/people/accounts/sign-ins/queries'
import { redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { ownPath } from '#lib/own-path.ts'
import { found } from '#lib/server/found.ts'
import { callbackPath, findProvider, refuse } from '#lib/server/provider.ts'
import { keepBrowser, readToken, signInFrom } from '#lib/server/sign-in.ts'
import type { RequestHandler } from './$types'

/** Sends the browser to the provider: to sign in, or with `?verbinden` to connect it with the account that is signed in. */
export const GET: RequestHandler = async (event) => {
  const { url, locals } = event
  const provider = found(findProvider())
  const { network } = signInFrom(event)
  const tries = await takeTries(locals.ctx, [
    ['proof.network', network],
    ['proof.site', ''],
  ])
  const begun = tries.kind === 'allowed' ? await provider.begin(url.origin + callbackPath) : null
  if (!begun) return refuse(event, 'unreachable')
  const token = url.searchParams.has('verbinden') ? readToken(event) : undefined
  const signIn = token ? await findSignIn(locals.ctx.db, token, locals.ctx.now()) : null
  const next = ownPath(url.searchParams.get('weiter')) ?? (locals.locale === 'en' ? address('/konto', 'en') : '')
  const attempt = { ...begun.attempt, browserToken: keepBrowser(event), next, signInId: signIn?.id ?? null }
  await beginAttempt(locals.ctx, attempt)
  redirect(302, begun.address, { external: true })
}
