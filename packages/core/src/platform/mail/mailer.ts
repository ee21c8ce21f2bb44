/** A mail as it goes out. Everything in it is checked: no line breaks in one-line parts, plain addresses. */
export interface OutgoingMail {
  /** Stays the same for every attempt, and makes the Message-ID. */
  readonly id: string
  readonly to: { readonly address: string; readonly name: string | null }
  /** Shown as the sender, before the address of the installation. */
  readonly senderName: string | null
  readonly replyTo: string | null
  readonly locale: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Where a POST ends letters of this kind (RFC 8058); null when the mail is no letter to a group. */
  readonly unsubscribeLink: string | null
}

/** Why a mail did not go out. `reply` is what the server said, in one line. */
export type MailProblem = 'unreachable' | 'timeout' | 'tls' | 'login' | 'busy' | 'recipient' | 'refused' | 'interrupted'

/** What became of one attempt. */
export type Delivery =
  | { readonly kind: 'sent'; readonly reply: string | null }
  /** Not delivered for certain, and worth another attempt. `isForAll`: the next mail would fare no better now. */
  | { readonly kind: 'later'; readonly problem: MailProblem; readonly reply: string | null; readonly isForAll: boolean }
  /** The server will never take this mail for this address. */
  | { readonly kind: 'bounced'; readonly reply: string | null }
  /** The server will never take this mail. */
  | { readonly kind: 'refused'; readonly problem: MailProblem; readonly reply: string | null }
  /** The whole mail was handed over and no answer came: it may have been delivered, or not. */
  | { readonly kind: 'unknown'; readonly problem: MailProblem }

/** How this installation sends mail: over SMTP, into the mailbox that the demonstration shows, or not at all. */
export interface Mailer {
  readonly kind: 'smtp' | 'mailbox' | 'none'
  /** Where readers open the site, without a slash at the end. Links in mails begin with it. */
  readonly origin: string
  /** One attempt. Never throws. Not to be called when `kind` is `none`. */
  deliver(mail: OutgoingMail): Promise<Delivery>
}

/** No mail is sent: it stays in the outbox. */
export function noMailer(origin = 'http://127.0.0.1:3000'): Mailer {
  return {
    kind: 'none',
    origin,
    deliver: () => Promise.reject(new Error('this installation sends no mail')),
  }
}
