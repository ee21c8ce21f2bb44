import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { scriptedServer, testMailServer } from '../../../../../test/mail-server.ts'
import { addMail } from '../../../../../test/mails.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { smtpMailer } from '../../../../platform/mail/smtp.ts'
import { deliverDueMails } from './commands.ts'

const { db, url } = await testDatabase()
const script = fileURLToPath(new URL('../../../../../test/deliver-and-hang.ts', import.meta.url))
const state = async (id: string) =>
  (await db.selectFrom('mails').select(['state', 'attempts']).where('id', '=', id).executeTakeFirst()) ?? null

test('a process that is killed after the server had the whole mail leaves it to somebody to decide, and sends it no more', async () => {
  const id = await addMail(db)
  const { promise: handedOver, resolve: note } = Promise.withResolvers<void>()
  const silentAtTheEnd = await scriptedServer('220 x', (line) => {
    if (line === '.') note()
    if (line === 'DATA') return '354 go on'
    return /^(EHLO|MAIL|RCPT)/.test(line) ? '250 ok' : undefined
  })
  const child = spawn(process.execPath, [script, url, String(silentAtTheEnd)], { stdio: 'inherit' })
  await handedOver
  expect(await state(id)).toEqual({ state: 'sending', attempts: 1 })
  child.kill('SIGKILL')
  await once(child, 'exit')

  const { port, received } = await testMailServer()
  const mailer = smtpMailer({
    server: { host: '127.0.0.1', port, encryption: 'none', login: null },
    sender: { name: null, address: 'fachtag@messe.example' },
    origin: 'https://fachtag.example',
  })
  for (const instant of ['2031-10-01T12:01:00Z', '2031-10-01T12:06:00Z', '2031-10-02T12:00:00Z'])
    await deliverDueMails(createContext(db, systemActor, fixedClock(instant), undefined, mailer))
  expect(await state(id)).toEqual({ state: 'unknown', attempts: 1 })
  expect(received).toEqual([])
})
