import type { Grant } from '../../../kernel/actor.ts'

/** Whether an organiser gave the role, or the identity provider names it at each sign-in. */
export type GrantOrigin = 'granted' | 'oidc'

export type RoleGrant = Grant & {
  readonly id: string
  readonly accountId: string
  readonly origin: GrantOrigin
  readonly grantedAt: string
}

/** A role with who has it, as far as others may know. */
export type RoleHolder = RoleGrant & {
  readonly name: string | null
  readonly address: string | null
  /** The name of the track that it is confined to. */
  readonly track: string | null
  readonly isDisabled: boolean
}

/** `kept`: the last operator, or the last organiser of a series, cannot go before there is another. */
export type WithdrawOutcome = { readonly kind: 'withdrawn' | 'kept' }
