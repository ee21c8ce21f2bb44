import { findStanding } from '@fachtag/core/modules/people/accounts/queries'
import { signOut } from '@fachtag/core/modules/people/accounts/sign-ins/commands'
import type { NewSignIn } from '@fachtag/core/modules/people/accounts/sign-ins/types'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { keepSignIn, readToken } from './sign-in.ts'

type Asking = Pick<RequestEvent, 'cookies' | 'url' | 'locals'>

/**
 * Ends what this browser was signed in with before, keeps the new sign-in, and leads on: to `next`, where that is known, else to what the account is
 * there for. Whoever has a role or a second factor gives it first.
 */
export async function welcome(event: Asking, signIn: NewSignIn, next: string): Promise<never> {
  const { ctx, locale } = event.locals
  const former = readToken(event)
  if (former) await signOut(ctx, { token: former })
  keepSignIn(event, signIn)
  const { hasRoles, hasFactor } = await findStanding(ctx.db, signIn.accountId)
  const target = next || address(hasRoles ? '/organisieren' : '/konto', locale)
  if (signIn.isStrong || !(hasRoles || hasFactor)) redirect(303, target)
  redirect(303, `${address('/konto/zweiter-faktor', locale)}?weiter=${encodeURIComponent(target)}`)
}
