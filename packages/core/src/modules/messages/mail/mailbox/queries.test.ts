import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addMail } from '../../../../../test/mails.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { mailboxMailer } from '../../../../platform/mail/mailbox.ts'
import { type Mailer, noMailer } from '../../../../platform/mail/mailer.ts'
import { deliverDueMails } from '../delivery/commands.ts'
import { findMailboxMessage, listMailbox } from './queries.ts'

const { db } = await testDatabase()
const shown = mailboxMailer(db, 'https://fachtag.example')
const as = (actor = publicActor, mailer: Mailer = shown) =>
  createContext(db, actor, fixedClock('2031-10-01T12:00:00Z'), undefined, mailer)

test('the demonstration shows what would have been sent, also what is emptied in the outbox', async () => {
  const id = await addMail(db, {
    name: 'Ida Öhm',
    is_secret: true,
    body: 'Code 123',
    reply_to: 'buero@messe.example',
    unsubscribe_link: 'https://fachtag.example/abbestellen/x',
  })
  expect(await deliverDueMails(as(systemActor))).toBe(1)
  expect(await listMailbox(as())).toMatchObject([
    {
      id,
      recipient: 'Ida Öhm <ida@rathaus.example>',
      sender: 'Fachtag <fachtag@vorfuehrung.invalid>',
      subject: 'Grüße',
    },
  ])
  expect(await findMailboxMessage(as(), id)).toMatchObject({
    text: 'Code 123',
    html: expect.stringContaining('Code 123'),
    headers: {
      'Message-ID': `<${id}@vorfuehrung.invalid>`,
      'Reply-To': 'buero@messe.example',
      'List-Unsubscribe': '<https://fachtag.example/abbestellen/x>',
    },
  })
  const stored = await db.selectFrom('mails').select(['state', 'body']).executeTakeFirstOrThrow()
  expect(stored).toEqual({ state: 'sent', body: '' })
})

test('no other installation has such a mailbox', async () => {
  for (const mailer of [noMailer(), { ...shown, kind: 'smtp' as const }]) {
    expect(await listMailbox(as(publicActor, mailer))).toBeNull()
    expect(await findMailboxMessage(as(publicActor, mailer), 'x')).toBeNull()
  }
  expect(await findMailboxMessage(as(), 'mai_x')).toBeNull()
})
