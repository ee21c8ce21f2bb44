import type { NewSignIn } from '../sign-ins/types.ts'

/** Where passkeys are made and used: they work for one host and nowhere else. */
export type Site = {
  /** `https://fachtag.example.org` */
  readonly origin: string
  /** What the browser calls the site when it asks the owner. */
  readonly name: string
}

/** `wrong`: not a passkey of ours, or its answer is not to what this browser was asked. */
export type PasskeyOutcome =
  | { readonly kind: 'given'; readonly signIn: NewSignIn }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many'; readonly until: string }
