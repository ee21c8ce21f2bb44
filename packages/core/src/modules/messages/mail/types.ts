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
