import { type RequestEvent, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'

/** The parameter that says on the next page what has just been done. */
const parameter = 'geschehen'

/** What has just been done, in the word that `leadTo` was given. A page looks it up in its own texts and shows none for another. */
export function done({ url }: Pick<RequestEvent, 'url'>): string | null {
  return url.searchParams.get(parameter)?.slice(0, 30) ?? null
}

/** Leads to a German `path` of this site, in the language of who asks, and says there what was done. */
export function leadTo({ locals }: Pick<RequestEvent, 'locals'>, path: string, what?: string): never {
  redirect(303, address(what ? `${path}?${parameter}=${what}` : path, locals.locale))
}
