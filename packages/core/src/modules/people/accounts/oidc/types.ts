import type { NewSignIn } from '../sign-ins/types.ts'

/** What a browser was sent to the provider with, and where it wants to go afterwards. */
export type TakenAttempt = {
  readonly nonce: string
  readonly verifier: string
  readonly next: string
  /** The sign-in that is to be connected; null: somebody signs in. */
  readonly signInId: string | null
}

export type ProviderOutcome = { readonly kind: 'signed-in'; readonly signIn: NewSignIn } | { readonly kind: 'disabled' }

/** `taken`: the identity belongs to another account. `signed-out`: who began is not signed in any more. */
export type ConnectOutcome = { readonly kind: 'connected' | 'taken' | 'signed-out' }
