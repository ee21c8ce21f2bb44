import type { NewSignIn } from '../sign-ins/types.ts'

/** A one-time link in the making: `token` goes into the address and is not stored. */
export type SetupLink = {
  readonly token: string
  /** Instant, ISO 8601 in UTC. */
  readonly expiresAt: string
}

/** What became of a one-time link. */
export type SetupOutcome =
  | { readonly kind: 'signed-in'; readonly signIn: NewSignIn; readonly isFirst: boolean }
  | { readonly kind: 'used' | 'expired' | 'unknown' }
