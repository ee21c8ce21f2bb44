import { beginPasskey } from '@fachtag/core/modules/people/accounts/passkeys/commands'
import { json } from '@sveltejs/kit'
import { keepBrowser } from '#lib/server/sign-in.ts'
import { siteOf } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** What a browser needs to make a passkey for who is signed in. */
export const POST: RequestHandler = async (event) => {
  const site = await siteOf(event)
  return json(await beginPasskey(event.locals.ctx, { site, browserToken: keepBrowser(event) }))
}
