import type { Locale } from '../../../kernel/localized-text.ts'
import type { MailName, MailValues } from '../../../platform/mail/template.ts'

/** A mail to one person. */
export type MailOrder<M extends MailName> = {
  readonly template: M
  readonly to: { readonly address: string; readonly name?: string | null | undefined }
  readonly locale: Locale
  readonly values: MailValues<M>
  /** What this mail is about, in one word for all times (`sign-in:sir_…`): of each key there is at most one mail. */
  readonly key: string
  readonly seriesId?: string | null
  readonly editionId?: string | null
  readonly personId?: string | null
  readonly replyTo?: string | null
  /** `now`: it goes out after `tx`. `review`: it waits in the outbox. Default: what the template says. */
  readonly mode?: 'now' | 'review'
  /** After this nobody has any use for it: an attempt that comes later is not made. */
  readonly sendBefore?: Temporal.Instant
}

/**
 * Where a mail of the outbox stands. `review`: waits for somebody to look at it. `held`: somebody keeps it back. `queued`:
 * goes out as soon as it can. `unknown`: it was handed over, and whether it arrived nobody can tell; it is not sent again
 * by itself.
 */
export const mailStates = ['review', 'held', 'queued', 'sending', 'sent', 'failed', 'bounced', 'unknown'] as const
export type MailState = (typeof mailStates)[number]

/** What became of a mail that was to be sent. */
export type SendOutcome =
  | { readonly kind: 'taken'; readonly id: string; readonly state: MailState }
  /** There is one with this key already; nothing was added. */
  | { readonly kind: 'known' }
  /** What was given as an address is none. */
  | { readonly kind: 'no-address' }
