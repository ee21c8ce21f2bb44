import type { ColumnType } from 'kysely'
import type { Db } from '../database/tables.ts'
import type { Mailer } from './mailer.ts'
import { messageId, ownHeaders, shownSender } from './message.ts'
import type { Sender } from './sender.ts'

export interface MailboxTables {
  mailbox_messages: {
    id: string
    recipient: string
    sender: string
    subject: string
    headers: ColumnType<Readonly<Record<string, string>>, string, string>
    text: string
    html: string
    sent_at: string
  }
}

declare module '../database/tables.ts' {
  interface Tables extends MailboxTables {}
}

const sender: Sender = { name: 'Fachtag', address: 'fachtag@vorfuehrung.invalid' }

const named = (name: string | null, address: string) => (name ? `${name} <${address}>` : address)

/** Keeps every mail in the database, where the page `/postfach` shows it to whoever opens it. For the demonstration only. */
export function mailboxMailer(db: Db, origin: string): Mailer {
  return {
    kind: 'mailbox',
    origin,
    async deliver(mail) {
      const from = shownSender(mail, sender)
      const headers = { 'Message-ID': `<${messageId(mail.id, sender)}>`, ...ownHeaders(mail) }
      await db
        .insertInto('mailbox_messages')
        .values({
          id: mail.id,
          recipient: named(mail.to.name, mail.to.address),
          sender: named(from.name, from.address),
          subject: mail.subject,
          headers: JSON.stringify(mail.replyTo ? { 'Reply-To': mail.replyTo, ...headers } : headers),
          text: mail.text,
          html: mail.html,
          sent_at: Temporal.Now.instant().toString(),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
      return { kind: 'sent', reply: null }
    },
  }
}
