import type { Actor } from '@fachtag/core/kernel/actor'
import { findSignIn } from '@fachtag/core/modules/people/accounts/queries'
import { tokenSchema } from '@fachtag/core/modules/people/accounts/schema'
import type { NewSignIn } from '@fachtag/core/modules/people/accounts/types'
import { listGrantsOf } from '@fachtag/core/modules/people/roles/queries'
import type { Context } from '@fachtag/core/platform/context/types'
import type { Cookies } from '@sveltejs/kit'

const name = 'fachtag_anmeldung'

/** Out of reach for scripts and for forms of other sites; over plain HTTP only where the whole site is. */
const options = (url: URL) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const

/** Remembers a sign-in in the browser for as long as it holds. */
export function keepSignIn(cookies: Cookies, url: URL, signIn: NewSignIn): void {
  cookies.set(name, signIn.token, { ...options(url), expires: new Date(signIn.expiresAt) })
}

/** The token that the browser sent; undefined where it cannot be one. */
export function readToken(cookies: Cookies): string | undefined {
  return tokenSchema.safeParse({ token: cookies.get(name) }).data?.token
}

export function forgetSignIn(cookies: Cookies, url: URL): void {
  cookies.delete(name, options(url))
}

/** The account that the browser's cookie stands for; null when there is none, or it is over. */
export async function findSignedIn(ctx: Context, cookies: Cookies): Promise<Actor | null> {
  const token = readToken(cookies)
  const signIn = token ? await findSignIn(ctx.db, token, ctx.now()) : null
  if (!signIn) return null
  const grants = await listGrantsOf(ctx.db, signIn.accountId)
  return { kind: 'account', accountId: signIn.accountId, personId: null, isStrong: true, grants, appearances: [] }
}
