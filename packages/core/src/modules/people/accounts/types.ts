/** A one-time link in the making: `token` goes into the address and is not stored. */
export interface SetupLink {
  readonly token: string
  /** Instant, ISO 8601 in UTC. */
  readonly expiresAt: string
}

/** Somebody is signed in: `token` belongs into the cookie and is not stored. */
export interface NewSignIn {
  readonly token: string
  readonly accountId: string
  /** Instant, ISO 8601 in UTC. */
  readonly expiresAt: string
}

/** What became of a one-time link. */
export type SetupOutcome =
  | { readonly kind: 'signed-in'; readonly signIn: NewSignIn }
  | { readonly kind: 'used' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' }

/** Who a cookie belongs to. */
export interface SignIn {
  readonly accountId: string
  /** Instant, ISO 8601 in UTC. */
  readonly expiresAt: string
}
