import { type AddressInfo, createServer, type Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll } from 'vitest'
import type { OutgoingMail } from '../src/platform/mail/mailer.ts'

/** A mail as a server of somebody else took it, read by a parser of somebody else. */
export type ReceivedMail = {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
  readonly mail: ParsedMail
}

export type TestMailServer = { readonly port: number; readonly received: ReceivedMail[] }

/** A real SMTP server on the loopback address that takes everything, but for what `options` refuse; closed after the file. */
export async function testMailServer(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    hideSTARTTLS: true,
    closeTimeout: 100,
    async onData(stream, session, done) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      const raw = Buffer.concat(chunks)
      const { mailFrom, rcptTo } = session.envelope
      received.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map((one) => one.address),
        raw: raw.toString(),
        mail: await simpleParser(raw),
      })
      done()
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)))
  return { port: (server.server.address() as AddressInfo).port, received }
}

/** A server that speaks only the lines it is given: `answer` says what to answer to a line, undefined for silence. */
export async function scriptedServer(
  greeting: string | undefined,
  answer: (line: string, socket: Socket) => string | undefined,
): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    if (greeting) socket.write(`${greeting}\r\n`)
    let rest = ''
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const said = answer(line, socket)
        if (said && !socket.destroyed) socket.write(`${said}\r\n`)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => new Promise((resolve) => server.close(resolve)))
  return (server.address() as AddressInfo).port
}

/** A mail to send, with `more` different. */
export const outgoing = (more: Partial<OutgoingMail> = {}): OutgoingMail => ({
  id: 'mai_01k9x3000000000000000000ab',
  to: { address: 'ida@rathaus.example', name: 'Ida Öhm' },
  senderName: null,
  replyTo: null,
  locale: 'de',
  subject: 'Grüße',
  text: 'Guten Tag\n',
  html: '<p>Guten Tag</p>',
  unsubscribeLink: null,
  ...more,
})
