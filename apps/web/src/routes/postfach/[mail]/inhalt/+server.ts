import { findMailboxMessage } from '@fachtag/core/modules/messages/mail/mailbox/queries'
import { found } from '#lib/server/found.ts'
import type { RequestHandler } from './$types'

/** A document that can do nothing: no scripts, nothing from elsewhere, an origin of its own. Shown in a frame of ours only. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const { html } = found(await findMailboxMessage(ctx, params.mail))
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-frame-options': 'SAMEORIGIN',
    },
  })
}
