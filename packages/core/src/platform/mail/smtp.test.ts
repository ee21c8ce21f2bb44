import { describe, expect, test } from 'vitest'
import { selfSigned } from '../../../test/certificate.ts'
import { outgoing, scriptedServer, testMailServer } from '../../../test/mail-server.ts'
import type { MailServer } from './server-address.ts'
import { type SmtpOptions, smtpMailer } from './smtp.ts'

const sender = { name: 'IT-Fachtag', address: 'fachtag@messe.example' }
const { cert, key } = selfSigned('localhost')

const mailerAt = (port: number, server: Partial<MailServer> = {}, more: Partial<SmtpOptions> = {}) =>
  smtpMailer({
    server: { host: '127.0.0.1', port, encryption: 'none', login: null, ...server },
    sender,
    origin: 'https://fachtag.example',
    ...more,
  })
const refuse = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })

describe('a mail that is taken', () => {
  test('arrives with exactly the planned headers, for exactly the planned address', async () => {
    const { port, received } = await testMailServer()
    const mail = outgoing({
      senderName: 'Mitteldeutscher IT-Fachtag',
      replyTo: 'buero@messe.example',
      unsubscribeLink: 'https://fachtag.example/abmelden/x',
    })
    expect(await mailerAt(port).deliver(mail)).toMatchObject({ kind: 'sent', reply: expect.stringMatching(/^250 /) })
    const [one, ...others] = received
    expect(others).toEqual([])
    expect([one!.from, one!.to]).toEqual(['fachtag@messe.example', ['ida@rathaus.example']])
    expect([...one!.mail.headers.keys()].sort()).toEqual([
      'auto-submitted',
      'content-language',
      'content-type',
      'date',
      'from',
      'list',
      'message-id',
      'mime-version',
      'reply-to',
      'subject',
      'to',
    ])
    expect(one!.mail.from?.text).toBe('"Mitteldeutscher IT-Fachtag" <fachtag@messe.example>')
    expect([one!.mail.to].flat().map((to) => to?.value)).toEqual([
      [{ name: 'Ida Öhm', address: 'ida@rathaus.example' }],
    ])
    expect(one!.mail.messageId).toBe('<mai_01k9x3000000000000000000ab@messe.example>')
    expect(one!.mail.subject).toBe('Grüße')
    expect(one!.raw).toContain('List-Unsubscribe: <https://fachtag.example/abmelden/x>\r\n')
    expect(one!.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
    expect(one!.mail.attachments).toEqual([])
  })

  test('is the same mail at every attempt', async () => {
    const { port, received } = await testMailServer()
    const mailer = mailerAt(port)
    for (const _ of [1, 2]) await mailer.deliver(outgoing())
    expect(new Set(received.map((one) => one.mail.messageId)).size).toBe(1)
  })

  test('goes out under the name and with the password of the settings', async () => {
    const { port, received } = await testMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === 'fachtag' && password === 'p@ss wört' ? done(null, { user: username }) : done(refuse(535, 'no')),
    })
    const login = { user: 'fachtag', password: 'p@ss wört' }
    expect(await mailerAt(port, { login }).deliver(outgoing())).toMatchObject({ kind: 'sent' })
    const wrong = { ...login, password: 'x' }
    expect(await mailerAt(port, { login: wrong }).deliver(outgoing())).toMatchObject({
      kind: 'later',
      problem: 'login',
      isForAll: true,
    })
    expect(received).toHaveLength(1)
  })
})

describe('encryption', () => {
  const secure = { hideSTARTTLS: false, cert, key }

  test.each<[string, object, MailServer['encryption']]>([
    ['STARTTLS', secure, 'starttls'],
    ['TLS from the start', { ...secure, secure: true }, 'implicit'],
  ])('%s to a certificate that is trusted', async (_, options, encryption) => {
    const { port, received } = await testMailServer(options)
    const server = { host: 'localhost', encryption }
    expect(await mailerAt(port, server, { ca: cert }).deliver(outgoing())).toMatchObject({ kind: 'sent' })
    expect(received).toHaveLength(1)
  })

  test.each<[string, object, Partial<MailServer>, string | undefined]>([
    ['a certificate that nobody vouches for', secure, { host: 'localhost', encryption: 'starttls' }, undefined],
    ['a certificate of another host', secure, { host: '127.0.0.1', encryption: 'starttls' }, cert],
    ['a server that offers none', {}, { host: 'localhost', encryption: 'starttls' }, cert],
    ['a server that speaks in the clear', {}, { host: 'localhost', encryption: 'implicit' }, cert],
  ])('%s gets no mail', async (_, options, server, ca) => {
    const { port, received } = await testMailServer(options)
    const delivery = await mailerAt(port, server, { patience: 2_000, ...(ca ? { ca } : {}) }).deliver(outgoing())
    expect(delivery).toMatchObject({ kind: 'later', isForAll: true })
    expect(received).toEqual([])
  })
})

describe('a mail that is not taken', () => {
  test.each<[number, string, object]>([
    [550, '5.1.1 no such user', { kind: 'bounced', reply: '550 5.1.1 no such user' }],
    [552, '5.2.2 mailbox full', { kind: 'bounced' }],
    [550, '5.7.1 relaying denied', { kind: 'refused', problem: 'refused' }],
    [450, '4.2.1 greylisted', { kind: 'later', problem: 'busy', isForAll: false }],
  ])('at its address: %i %s', async (code, text, expected) => {
    const { port, received } = await testMailServer({ onRcptTo: (_a, _s, done) => done(refuse(code, text)) })
    expect(await mailerAt(port).deliver(outgoing())).toMatchObject(expected)
    expect(received).toEqual([])
  })

  test.each<[number, object]>([
    [451, { kind: 'later', problem: 'busy', isForAll: false }],
    [554, { kind: 'refused', problem: 'refused', reply: '554 not that' }],
  ])('for its content: %i', async (code, expected) => {
    const { port } = await testMailServer({
      onData(stream, _session, done) {
        stream.resume()
        stream.on('end', () => done(refuse(code, 'not that')))
      },
    })
    expect(await mailerAt(port).deliver(outgoing())).toMatchObject(expected)
  })

  test('from its sender', async () => {
    const { port } = await testMailServer({ onMailFrom: (_a, _s, done) => done(refuse(452, 'disk full')) })
    expect(await mailerAt(port).deliver(outgoing())).toMatchObject({ kind: 'later', problem: 'busy', isForAll: true })
  })
})

describe('a server that', () => {
  const patience = 400
  const polite = (line: string) => (/^(EHLO|MAIL|RCPT)/.test(line) ? '250 ok' : undefined)

  test('is not there', async () => {
    expect(await mailerAt(1).deliver(outgoing())).toEqual({
      kind: 'later',
      problem: 'unreachable',
      reply: null,
      isForAll: true,
    })
  })

  test('has no address in the DNS', async () => {
    const delivery = await mailerAt(25, { host: 'mail.invalid' }, { patience: 3_000 }).deliver(outgoing())
    expect(delivery).toMatchObject({ kind: 'later', isForAll: true })
  })

  test.each<[string, string | undefined, (line: string) => string | undefined]>([
    ['never greets', undefined, polite],
    ['falls silent after the greeting', '220 x', () => undefined],
    ['falls silent at the address', '220 x', (line) => (line.startsWith('RCPT') ? undefined : polite(line))],
  ])('%s is given up, and the mail is tried again', async (_, greeting, answer) => {
    const port = await scriptedServer(greeting, answer)
    const started = performance.now()
    const delivery = await mailerAt(port, {}, { patience }).deliver(outgoing())
    expect(delivery).toMatchObject({ kind: 'later', problem: 'timeout', isForAll: true })
    expect(performance.now() - started).toBeLessThan(4 * patience + 1_000)
  })

  test('says a little again and again is given up all the same', async () => {
    const port = await scriptedServer('220 x', (line, socket) => {
      if (!line.startsWith('EHLO')) return polite(line)
      const drip = setInterval(() => socket.write('250-still here\r\n'), 100)
      socket.on('close', () => clearInterval(drip))
      return undefined
    })
    expect(await mailerAt(port, {}, { patience }).deliver(outgoing())).toMatchObject({
      kind: 'later',
      problem: 'timeout',
    })
  })

  test.each(['EHLO', 'MAIL', 'RCPT', 'DATA'])('hangs up at %s leaves the mail for later', async (command) => {
    const port = await scriptedServer('220 x', (line, socket) => {
      if (!line.startsWith(command)) return polite(line)
      socket.destroy()
      return undefined
    })
    expect(await mailerAt(port).deliver(outgoing())).toMatchObject({ kind: 'later', problem: 'unreachable' })
  })

  test.each<[string, boolean, string]>([
    ['hangs up', true, 'interrupted'],
    ['falls silent', false, 'timeout'],
  ])('%s after the whole mail leaves nobody knowing', async (_, hangsUp, problem) => {
    const port = await scriptedServer('220 x', (line, socket) => {
      if (line === '.' && hangsUp) socket.destroy()
      return line === 'DATA' ? '354 go on' : polite(line)
    })
    expect(await mailerAt(port, {}, { patience }).deliver(outgoing())).toEqual({ kind: 'unknown', problem })
  })

  test('talks nonsense gets nothing', async () => {
    const port = await scriptedServer('HTTP/1.1 400 Bad Request', () => undefined)
    expect(await mailerAt(port, {}, { patience }).deliver(outgoing())).toMatchObject({ kind: 'later', isForAll: true })
  })
})
