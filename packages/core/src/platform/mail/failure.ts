import type { Delivery, MailProblem } from './mailer.ts'

/** What nodemailer says about a failure. */
export type SmtpFailure = {
  readonly code?: string | undefined
  /** The SMTP command that was not answered well; `CONN` for the connection itself. */
  readonly command?: string | undefined
  readonly responseCode?: number | undefined
  readonly response?: string | undefined
}

/** What a server said, as one line that fits into a table. */
export function replyLine(response: string | undefined): string | null {
  const line = response?.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]+/gu, ' ').trim()
  return line ? line.slice(0, 300) : null
}

const problems: Readonly<Record<string, MailProblem>> = {
  ETIMEDOUT: 'timeout',
  ETLS: 'tls',
  EREQUIRETLS: 'tls',
  EAUTH: 'login',
}

/** A policy of the server (RFC 3463, class 7) says nothing about the address, and would refuse the next one alike. */
const isPolicy = (response: string | undefined) => /^\d{3}[ -]5\.7\.\d/.test(response ?? '')

function judgeReply(command: string, code: number, response: string | undefined): Delivery {
  const reply = replyLine(response)
  const isForAll = /^(CONN|EHLO|HELO|STARTTLS|MAIL FROM)$/.test(command)
  if (command.startsWith('AUTH')) return { kind: 'later', problem: 'login', reply, isForAll: true }
  if (code < 500 || /^(CONN|EHLO|HELO|STARTTLS)$/.test(command))
    return { kind: 'later', problem: 'busy', reply, isForAll }
  if (command === 'RCPT TO' && !isPolicy(response)) return { kind: 'bounced', reply }
  return { kind: 'refused', problem: 'refused', reply }
}

/**
 * What a failed attempt means for the mail. `isHandedOver`: the server had all of the message before it went wrong, so
 * without an answer nobody can know whether it was taken.
 */
export function judgeFailure(failure: SmtpFailure, isHandedOver: boolean): Delivery {
  const { code = '', command = 'CONN', responseCode, response } = failure
  if (responseCode) return judgeReply(command, responseCode, response)
  const problem = problems[code] ?? 'unreachable'
  if (isHandedOver) return { kind: 'unknown', problem: problem === 'timeout' ? 'timeout' : 'interrupted' }
  if (code === 'EMESSAGE' || code === 'EENVELOPE') return { kind: 'refused', problem: 'refused', reply: null }
  return { kind: 'later', problem, reply: null, isForAll: true }
}
