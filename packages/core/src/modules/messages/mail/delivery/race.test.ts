import { setTimeout as delay } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { testMailServer } from '../../../../../test/mail-server.ts'
import { addMail, fakeMailer } from '../../../../../test/mails.ts'
import { withoutLocks } from '../../../../../test/without-locks.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import type { Mailer } from '../../../../platform/mail/mailer.ts'
import { smtpMailer } from '../../../../platform/mail/smtp.ts'
import { deliverDueMails } from './commands.ts'

const { db } = await testDatabase()
const workers = 3
const work = (over: Db, mailer: Mailer) =>
  Promise.all(
    Array.from({ length: workers }, () =>
      deliverDueMails(createContext(over, systemActor, fixedClock('2031-10-01T12:00:00Z'), undefined, mailer)),
    ),
  )
const slowly = () =>
  fakeMailer(async () => {
    await delay(20)
    return { kind: 'sent', reply: null }
  })

beforeEach(async () => {
  await db.deleteFrom('mails').execute()
})

test('several workers at once hand every mail over once', async () => {
  const ids = []
  for (let n = 0; n < 20; n++) ids.push(await addMail(db))
  const mailer = slowly()
  await work(db, mailer)
  expect(mailer.taken.map((mail) => mail.id).sort()).toEqual(ids.sort())
})

test('without the lock each of them takes the same mail', async () => {
  await addMail(db)
  const mailer = slowly()
  await work(withoutLocks(db, workers), mailer)
  expect(mailer.taken).toHaveLength(workers)
})

test('a real server gets every mail once from several workers', async () => {
  const { port, received } = await testMailServer()
  for (let n = 0; n < 9; n++) await addMail(db, { address: `person-${n}@rathaus.example` })
  await work(
    db,
    smtpMailer({
      server: { host: '127.0.0.1', port, encryption: 'none', login: null },
      sender: { name: null, address: 'fachtag@messe.example' },
      origin: 'https://fachtag.example',
    }),
  )
  expect(received.map((one) => one.to[0]).sort()).toEqual(
    Array.from({ length: 9 }, (_, n) => `person-${n}@rathaus.example`),
  )
  expect(await db.selectFrom('mails').select('id').where('state', '!=', 'sent').execute()).toEqual([])
})
