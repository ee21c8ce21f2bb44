import { findMailboxMessage } from '@fachtag/core/modules/messages/mail/mailbox/queries'
import { addressesIn } from '@fachtag/core/modules/messages/mail/rendering/rules'
import { found } from '#lib/server/found.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { html: _, ...mail } = found(await findMailboxMessage(ctx, params.mail))
  return { mail, links: addressesIn(mail.text) }
}
