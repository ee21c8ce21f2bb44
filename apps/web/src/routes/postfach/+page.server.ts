import { listMailbox } from '@fachtag/core/modules/messages/mail/mailbox/queries'
import { found } from '#lib/server/found.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ mails: found(await listMailbox(ctx)) })
