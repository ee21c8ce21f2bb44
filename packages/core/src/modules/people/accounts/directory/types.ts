import type { PlacedRole } from '../profile/types.ts'

/** An account as operators see it. Instants in ISO 8601, UTC. */
export type ListedAccount = {
  readonly id: string
  readonly name: string | null
  readonly address: string | null
  readonly isDisabled: boolean
  readonly roles: readonly PlacedRole[]
  readonly hasFactor: boolean
  readonly signIns: number
  /** The full hour in which it was last used, as far as a sign-in that still holds tells. */
  readonly lastSeenAt: string | null
}

/** `kept`: nobody disables themselves, or the last operator. */
export type DisableOutcome = { readonly kind: 'disabled' | 'kept' }
