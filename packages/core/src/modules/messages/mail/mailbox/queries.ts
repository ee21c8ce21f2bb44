import type { Context } from '../../../../platform/context/types.ts'
import type { MailboxEntry, MailboxMessage } from './types.ts'

/** How many mails the mailbox of the demonstration shows. */
const shown = 200

const columns = ['id', 'recipient', 'sender', 'subject', 'sent_at as sentAt'] as const

/** The newest mails of the demonstration; null on any installation that sends its mail or keeps it. */
export async function listMailbox(ctx: Context): Promise<MailboxEntry[] | null> {
  if (ctx.mailer.kind !== 'mailbox') return null
  return ctx.db
    .selectFrom('mailbox_messages')
    .select(columns)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(shown)
    .execute()
}

/** One of them with everything in it; null where there is none, and on any other installation. */
export async function findMailboxMessage(ctx: Context, id: string): Promise<MailboxMessage | null> {
  if (ctx.mailer.kind !== 'mailbox') return null
  const message = await ctx.db
    .selectFrom('mailbox_messages')
    .select(columns)
    .select(['headers', 'text', 'html'])
    .where('id', '=', id)
    .executeTakeFirst()
  return message ?? null
}
