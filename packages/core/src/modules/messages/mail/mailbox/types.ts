/** A mail that would have been sent. `sentAt`: instant, ISO 8601 in UTC. */
export type MailboxEntry = {
  readonly id: string
  readonly recipient: string
  readonly sender: string
  readonly subject: string
  readonly sentAt: string
}

export type MailboxMessage = MailboxEntry & {
  /** Beside sender, recipient and subject. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly html: string
}
