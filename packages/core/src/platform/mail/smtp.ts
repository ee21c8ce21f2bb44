import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { judgeFailure, replyLine, type SmtpFailure } from './failure.ts'
import type { Delivery, Mailer, OutgoingMail } from './mailer.ts'
import { composeMessage } from './message.ts'
import type { Sender } from './sender.ts'
import type { MailServer } from './server-address.ts'

export interface SmtpOptions {
  readonly server: MailServer
  readonly sender: Sender
  readonly origin: string
  /** Certificates to trust besides those of the system. */
  readonly ca?: string
  /** How long each step may take. Default 10 seconds. */
  readonly patience?: number
}

const patienceOfAStep = 10_000
/** A server that says a little every nine seconds is given up as well. */
const stepsOfAnAttempt = 4

function connectionOf({ server, ca, patience = patienceOfAStep }: SmtpOptions): SMTPConnection {
  return new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.encryption === 'implicit',
    requireTLS: server.encryption === 'starttls',
    ignoreTLS: server.encryption === 'none',
    tls: { minVersion: 'TLSv1.2', ...(ca ? { ca } : {}) },
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    socketCloseTimeout: 1_000,
  })
}

/** The message as a stream that knows whether all of it was taken off. */
function streamOf(message: Buffer): { stream: Readable; isTakenOff: () => boolean } {
  const stream = Readable.from([message])
  return { stream, isTakenOff: () => stream.readableEnded }
}

type Step<T> = (done: (error?: SmtpFailure | null, value?: T) => void) => void

/** One conversation with the server; ends it whatever happens. */
async function converse(options: SmtpOptions, mail: OutgoingMail): Promise<Delivery> {
  const { stream, isTakenOff } = streamOf(await composeMessage(mail, options.sender))
  const connection = connectionOf(options)
  const { promise: failed, reject } = Promise.withResolvers<never>()
  failed.catch(() => {})
  connection.on('error', reject)
  const longest = stepsOfAnAttempt * (options.patience ?? patienceOfAStep)
  const timer = setTimeout(() => reject({ code: 'ETIMEDOUT', command: 'CONN' }), longest)
  const step = <T>(run: Step<T>) =>
    Promise.race([
      failed,
      new Promise<T | undefined>((resolve, refuse) => run((error, value) => (error ? refuse(error) : resolve(value)))),
    ])
  try {
    await step((done) => connection.connect(done))
    const { login } = options.server
    if (login) await step((done) => connection.login({ user: login.user, pass: login.password }, done))
    const envelope = {
      from: options.sender.address,
      to: [mail.to.address],
      dsn: { ret: 'HDRS', envid: mail.id, notify: 'FAILURE' },
    }
    const sent = await step<{ response: string }>((done) => connection.send(envelope, stream, done))
    connection.quit()
    return { kind: 'sent', reply: replyLine(sent?.response) }
  } catch (failure) {
    return judgeFailure(failure as SmtpFailure, isTakenOff())
  } finally {
    clearTimeout(timer)
    connection.close()
  }
}

/** Sends over SMTP, one connection for each mail. Certificates are checked; no attempt takes longer than 40 seconds. */
export function smtpMailer(options: SmtpOptions): Mailer {
  return {
    kind: 'smtp',
    origin: options.origin,
    deliver: (mail) => converse(options, mail),
  }
}
