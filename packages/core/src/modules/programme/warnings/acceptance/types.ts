/** Somebody looked at a warning and lets it stand. It counts as long as the facts are those that they saw. */
export type Acceptance = {
  readonly key: string
  readonly fingerprint: string
  readonly reason: string
  /** Who accepted it; null for somebody whose account is gone, and for the machine. */
  readonly accountId: string | null
  /** Instant, ISO 8601. */
  readonly acceptedAt: string
}
