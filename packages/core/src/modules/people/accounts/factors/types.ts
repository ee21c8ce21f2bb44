import type { NewSignIn } from '../sign-ins/types.ts'

/** A passkey as its owner sees it. Instants in ISO 8601, UTC. */
export type OwnPasskey = {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

/** What an account can give as a second factor. */
export type OwnFactors = {
  readonly passkeys: readonly OwnPasskey[]
  readonly hasApp: boolean
  /** How many recovery codes are left. */
  readonly recoveryCodes: number
}

/** `wrong`: not a code of this account, or used already. */
export type GiveOutcome =
  | { readonly kind: 'given'; readonly signIn: NewSignIn }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many'; readonly until: string }

/** `kept`: whoever has a role keeps the last second factor until there is another. */
export type RemoveOutcome = { readonly kind: 'removed' | 'kept' }
