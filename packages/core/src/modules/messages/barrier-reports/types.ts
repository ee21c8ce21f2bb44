/** `too-many`: so many arrived within the last hour that nothing more is taken in for now. */
export type BarrierReportOutcome = { readonly kind: 'reported'; readonly id: string } | { readonly kind: 'too-many' }

export type BarrierReport = {
  readonly id: string
  readonly page: string
  readonly description: string
  readonly replyTo: string | null
  /** Instants, ISO 8601 in UTC. */
  readonly createdAt: string
  readonly answeredAt: string | null
}
