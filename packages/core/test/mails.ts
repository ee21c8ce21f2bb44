import type { Insertable } from 'kysely'
import { newId } from '../src/kernel/ids.ts'
import type { Db, Tables } from '../src/platform/database/tables.ts'
import type { Delivery, Mailer, OutgoingMail } from '../src/platform/mail/mailer.ts'

type MailRow = Omit<Insertable<Tables['mails']>, 'links'> & { readonly links?: readonly string[] }

/** A mail in the outbox, due since 1 October 2031 at 12:00 UTC, but for what `more` says. Answers its id. */
export async function addMail(db: Db, { links = [], ...more }: Partial<MailRow> = {}): Promise<string> {
  const id = newId('mail')
  await db
    .insertInto('mails')
    .values({
      id,
      key: id,
      template: 'mail.test',
      address: 'ida@rathaus.example',
      locale: 'de',
      subject: 'Grüße',
      body: 'Guten Tag\n',
      links: JSON.stringify(links),
      state: 'queued',
      next_attempt_at: '2031-10-01T12:00:00Z',
      created_at: '2031-10-01T11:00:00Z',
      ...more,
    })
    .execute()
  return id
}

/** A mailer whose attempts end as `end` says, and that remembers what it was given. */
export function fakeMailer(
  end: (mail: OutgoingMail) => Delivery | Promise<Delivery>,
): Mailer & { readonly taken: OutgoingMail[] } {
  const taken: OutgoingMail[] = []
  return {
    kind: 'smtp',
    origin: 'https://fachtag.example',
    taken,
    deliver: async (mail) => {
      taken.push(mail)
      return end(mail)
    },
  }
}
