import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { testMailServer } from '../../../../../test/mail-server.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { noMailer } from '../../../../platform/mail/mailer.ts'
import { smtpMailer } from '../../../../platform/mail/smtp.ts'
import { tryMail } from './commands.ts'

const { db } = await testDatabase()
const { port, received } = await testMailServer()
const mailer = smtpMailer({
  server: { host: '127.0.0.1', port, encryption: 'none', login: null },
  sender: { name: null, address: 'fachtag@messe.example' },
  origin: 'https://fachtag.example',
})
const as = (actor = systemActor, over = mailer) =>
  createContext(db, actor, fixedClock('2031-10-01T10:00:00Z'), undefined, over)

test('a trial arrives and leaves nothing in the outbox', async () => {
  expect(await tryMail(as(), ' ida@rathaus.example', 'de')).toMatchObject({ kind: 'sent' })
  expect(received.map((one) => [one.to, one.mail.subject])).toEqual([
    [['ida@rathaus.example'], 'Probe: Fachtag kann Mails versenden'],
  ])
  expect(received[0]!.mail.text).toContain('https://fachtag.example')
  expect(await db.selectFrom('mails').select('id').execute()).toEqual([])
})

test('to no address, without a server, by somebody else: none', async () => {
  expect(await tryMail(as(), 'ida', 'de')).toEqual({ kind: 'no-address' })
  expect(await tryMail(as(systemActor, noMailer()), 'ida@rathaus.example', 'en')).toEqual({ kind: 'no-server' })
  await expect(tryMail(as(publicActor), 'ida@rathaus.example', 'de')).rejects.toThrow('access.denied')
  expect(received).toHaveLength(1)
})
