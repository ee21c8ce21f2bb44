import { tmpdir } from 'node:os'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { scriptedServer, testMailServer } from '../../test/mail-server.ts'
import { systemActor } from '../kernel/actor.ts'
import { sendMail } from '../modules/messages/mail/commands.ts'
import { readSettings } from '../platform/config/read.ts'
import { type App, openApp } from './open.ts'

const { db, url } = await testDatabase()
const { port, received } = await testMailServer()
const opened: App[] = []
afterAll(async () => {
  for (const app of opened) await app.close()
})

async function open(smtpPort: number, work: boolean): Promise<App> {
  const env = { SMTP_URL: `smtp://127.0.0.1:${smtpPort}`, MAIL_FROM: 'IT-Fachtag <fachtag@messe.example>' }
  const settings = readSettings({ ...env, DATABASE_URL: url, FACHTAG_DATA: tmpdir(), LOG_LEVEL: 'silent' })
  const app = await openApp(settings, { work })
  opened.push(app)
  return app
}

/** Writes a mail of this key, as any command does it. */
function write(app: App, key: string) {
  const ctx = app.ctx(systemActor)
  const to = { address: 'ida@rathaus.example', name: 'Ida Öhm' }
  const values = { site: ctx.mailer.origin, moment: ctx.now().toString() }
  return ctx.transaction((tx) => sendMail(ctx, tx, { template: 'mail.test', to, locale: 'de', values, key }))
}
const stateOf = (key: string) =>
  db.selectFrom('mails').select(['state', 'attempts']).where('key', '=', key).executeTakeFirst()

test('a mail goes out once its transaction has committed, whoever of the processes works on jobs', async () => {
  const [asking] = [await open(port, false), await open(port, true)]
  await write(asking!, 'both')
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1)
  await expect.poll(() => stateOf('both'), { timeout: 5_000 }).toEqual({ state: 'sent', attempts: 1 })
  expect(received[0]!.mail.from?.text).toBe('"IT-Fachtag" <fachtag@messe.example>')
  expect(received[0]!.to).toEqual(['ida@rathaus.example'])
})

test('while the mail server is silent everything else goes on, and the mail follows once it speaks', async () => {
  for (const app of opened.splice(0)) await app.close()
  const silent = await open(await scriptedServer(undefined, () => undefined), true)
  const started = performance.now()
  await write(silent, 'later')
  expect(performance.now() - started).toBeLessThan(2_000)
  await expect.poll(() => stateOf('later'), { timeout: 20_000 }).toEqual({ state: 'sending', attempts: 1 })
  expect(await silent.db.selectFrom('series').select('id').execute()).toEqual([])
  await expect.poll(() => stateOf('later'), { timeout: 20_000 }).toEqual({ state: 'queued', attempts: 1 })
  for (const app of opened.splice(0)) await app.close()

  await db.updateTable('mails').set({ next_attempt_at: new Date().toISOString() }).where('key', '=', 'later').execute()
  const speaking = await open(port, true)
  await write(speaking, 'next')
  await expect.poll(() => stateOf('later'), { timeout: 20_000 }).toEqual({ state: 'sent', attempts: 2 })
  await speaking.queue.settled(10_000)
  expect(received).toHaveLength(3)
})
