import { askForPasskey } from '@fachtag/core/modules/people/accounts/credentials/commands'
import { json } from '@sveltejs/kit'
import { keepBrowser } from '#lib/server/sign-in.ts'
import type { RequestHandler } from './$types'

/** What a browser needs to let its owner choose a passkey. */
export const POST: RequestHandler = async (event) =>
  json(await askForPasskey(event.locals.ctx, { origin: event.url.origin, browserToken: keepBrowser(event) }))
