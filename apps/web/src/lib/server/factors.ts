import { hasFactor, mayChangeFactors } from '@fachtag/core/modules/people/accounts/factors/rules'
import type { OwnFactors } from '@fachtag/core/modules/people/accounts/factors/types'
import type { NewSignIn } from '@fachtag/core/modules/people/accounts/sign-ins/types'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { ownPath } from '#lib/own-path.ts'
import { keepSignIn } from './sign-in.ts'

type Asking = Pick<RequestEvent, 'cookies' | 'url' | 'locals'>

/** Keeps the sign-in that a second factor has made strong, and leads to where its owner was going. */
export function goOn(event: Asking, signIn: NewSignIn, weiter: string | undefined, path = '/konto'): never {
  keepSignIn(event, signIn)
  redirect(303, ownPath(weiter) ?? address(path, event.locals.locale))
}

/** Sends who has not given their second factor to the page that asks for it, and back to `path` afterwards. */
export function askForStrength({ locals }: Asking, factors: OwnFactors, path: string): void {
  const { actor } = locals.ctx
  const isStrong = actor.kind === 'account' && actor.isStrong
  if (mayChangeFactors({ isStrong, hasFactor: hasFactor(factors) })) return
  const back = encodeURIComponent(address(path, locals.locale))
  redirect(303, `${address('/konto/zweiter-faktor', locals.locale)}?weiter=${back}`)
}
