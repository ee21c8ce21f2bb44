import type { Actor } from '@fachtag/core/kernel/actor'
import { newToken } from '@fachtag/core/kernel/tokens'
import { networkOf } from '@fachtag/core/modules/people/accounts/limits/rules'
import { tokenSchema } from '@fachtag/core/modules/people/accounts/schema'
import { noteUse } from '@fachtag/core/modules/people/accounts/sign-ins/commands'
import { findSignIn } from '@fachtag/core/modules/people/accounts/sign-ins/queries'
import { deviceOf } from '@fachtag/core/modules/people/accounts/sign-ins/rules'
import type { NewSignIn, SignInFrom } from '@fachtag/core/modules/people/accounts/sign-ins/types'
import type { Context } from '@fachtag/core/platform/context/types'
import type { Cookies } from '@sveltejs/kit'

const signInName = 'fachtag_anmeldung'
const browserName = 'fachtag_anfrage'

/** How long a browser is known again between asking for a mail and typing its code. */
const browserSeconds = 3_600

type Asking = { readonly cookies: Cookies; readonly url: URL }

/**
 * Over an encrypted way the name begins so that browsers take the cookie from this host only: a neighbour under the same
 * domain cannot foist one on anybody.
 */
const nameAt = (url: URL, name: string) => (url.protocol === 'https:' ? `__Host-${name}` : name)

/** Out of reach for scripts and for forms of other sites; over plain HTTP only where the whole site is. */
const options = (url: URL) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const

const tokenIn = ({ cookies, url }: Asking, name: string): string | undefined =>
  tokenSchema.safeParse({ token: cookies.get(nameAt(url, name)) }).data?.token

/** Remembers a sign-in in the browser for as long as it holds. */
export function keepSignIn({ cookies, url }: Asking, signIn: NewSignIn): void {
  cookies.set(nameAt(url, signInName), signIn.token, { ...options(url), expires: new Date(signIn.expiresAt) })
}

/** The token that the browser sent; undefined where it cannot be one. */
export function readToken(asking: Asking): string | undefined {
  return tokenIn(asking, signInName)
}

export function forgetSignIn({ cookies, url }: Asking): void {
  cookies.delete(nameAt(url, signInName), options(url))
}

/** What the browser is known by between two steps of signing in; undefined before the first. */
export function readBrowser(asking: Asking): string | undefined {
  return tokenIn(asking, browserName)
}

/** `readBrowser`, made and kept in the browser where there is none yet. */
export function keepBrowser(asking: Asking): string {
  const token = readBrowser(asking) ?? newToken()
  const { cookies, url } = asking
  cookies.set(nameAt(url, browserName), token, { ...options(url), maxAge: browserSeconds })
  return token
}

/** Where a request comes from, as far as signing in looks at it. */
export function signInFrom(event: { readonly request: Request; getClientAddress(): string }): SignInFrom {
  return { network: networkOf(event.getClientAddress()), device: deviceOf(event.request.headers.get('user-agent')) }
}

/** The account that the browser's cookie stands for; null when there is none, or it is over. */
export async function findSignedIn(ctx: Context, asking: Asking): Promise<Actor | null> {
  const token = readToken(asking)
  const signIn = token ? await findSignIn(ctx.db, token, ctx.now()) : null
  if (token && signIn?.isUnnoted) await noteUse(ctx, { token })
  return signIn?.actor ?? null
}
