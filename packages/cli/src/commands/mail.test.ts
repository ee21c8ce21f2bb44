import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../core/test/database.ts'
import { testMailServer } from '../../../core/test/mail-server.ts'
import { addMail } from '../../../core/test/mails.ts'
import { main, runCli } from '../../test/cli-process.ts'

const { db, url } = await testDatabase()
const { port, received } = await testMailServer()
const settings = { DATABASE_URL: url, SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'fachtag@messe.example' }

async function bounce(message: string) {
  const env = { PATH: process.env.PATH, LANG: 'de_DE.UTF-8', LOG_LEVEL: 'silent', DATABASE_URL: url }
  const child = spawn(process.execPath, [main, 'bounce'], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(message)
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return { out, code: code as number }
}

const reportOn = (id: string) => `Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.rathaus.example
Original-Envelope-Id: ${id}

Final-Recipient: rfc822; ida@rathaus.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 unknown
--b--
`

describe('what came back', () => {
  test('is noted', async () => {
    const id = await addMail(db, { state: 'sent' })
    expect(await bounce(reportOn(id))).toEqual({ code: 0, out: expect.stringContaining('als unzustellbar vermerkt') })
    const mail = await db.selectFrom('mails').select(['state', 'reply']).where('id', '=', id).executeTakeFirst()
    expect(mail).toEqual({ state: 'bounced', reply: '550 5.1.1 unknown' })
  })

  test.each([
    ['Subject: Antwort\n\nDanke!', 'keine Zustellmeldung'],
    [reportOn('mai_fremd'), 'zu keiner Mail von hier'],
  ])('and is no such thing changes nothing and bothers nobody', async (message, words) => {
    expect(await bounce(message)).toEqual({ code: 0, out: expect.stringContaining(words) })
  })
})

describe('a trial', () => {
  test('arrives', async () => {
    const { code, out } = await runCli(['try-mail', 'ida@rathaus.example'], settings)
    expect([code, out]).toEqual([0, expect.stringContaining('angenommen')])
    expect(received.map((one) => one.to)).toEqual([['ida@rathaus.example']])
  })

  test.each<[string, NodeJS.ProcessEnv, string]>([
    ['nobody', settings, 'keine Mailadresse'],
    ['ida@rathaus.example', { DATABASE_URL: url }, 'SMTP_URL ist nicht gesetzt'],
    ['ida@rathaus.example', { ...settings, SMTP_URL: 'smtp://127.0.0.1:1' }, 'nicht zu erreichen'],
  ])('to %s that cannot arrive says why', async (address, env, words) => {
    const { code, out } = await runCli(['try-mail', address], env)
    expect([code, out]).toEqual([1, expect.stringContaining(words)])
  })

  test('without a sender is refused before anything starts', async () => {
    const { code, err } = await runCli(['try-mail', 'ida@rathaus.example'], { ...settings, MAIL_FROM: '' })
    expect([code, err]).toEqual([expect.any(Number), expect.stringContaining('MAIL_FROM')])
    expect(code).not.toBe(0)
  })
})
