import type { Locale } from '../../../../kernel/localized-text.ts'
import type { MailState } from '../types.ts'

/** A line of the outbox. Instants are ISO 8601 in UTC. */
export type OutboxEntry = {
  readonly id: string
  readonly address: string
  readonly name: string | null
  readonly subject: string
  readonly template: string
  readonly state: MailState
  readonly attempts: number
  readonly nextAttemptAt: string | null
  /** What went wrong at the last attempt, and what the server said; see `MailProblem`, and `too-late`. */
  readonly problem: string | null
  readonly reply: string | null
  readonly createdAt: string
  readonly sentAt: string | null
}

export type Outbox = {
  readonly entries: readonly OutboxEntry[]
  /** How many mails there are in each state, whatever was asked for. */
  readonly counts: Readonly<Record<MailState, number>>
  /** How many were asked for. */
  readonly total: number
}

export type OutboxMail = OutboxEntry & {
  readonly body: string
  readonly links: readonly string[]
  readonly locale: Locale
  readonly replyTo: string | null
  readonly letterId: string | null
  readonly releasedAt: string | null
  readonly revision: number
}

/** Which of the mails of a place are meant. `ids`: only these. */
export type MailChoice = {
  readonly ids?: readonly string[] | undefined
  readonly letterId?: string | undefined
  /** Only those that are in this state, of all that may be treated so. */
  readonly state?: MailState | undefined
}

export type EditMailOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'no-address' }
  /** It has gone out, or is going out just now. */
  | { readonly kind: 'too-late'; readonly state: MailState }
  | { readonly kind: 'conflict'; readonly stored: OutboxMail }
