import type { TooMany } from '../limits/types.ts'
import type { Device, NewSignIn } from '../sign-ins/types.ts'

/** A link that was opened, before anybody has pressed the button. */
export type OpenedLink =
  | {
      readonly kind: 'open'
      /** The address that is signed in with it. */
      readonly address: string
      /** Whether this browser asked for it. */
      readonly isHere: boolean
      /** What asked for it, and when (instant, ISO 8601). */
      readonly device: Device
      readonly askedAt: string
      readonly expiresAt: string
    }
  | { readonly kind: 'used' | 'expired' | 'unknown' }

/** What a browser has asked for and can still type the code of. */
export type OpenRequest = { readonly address: string; readonly next: string; readonly expiresAt: string }

export type AskOutcome = { readonly kind: 'asked' } | TooMany

export type LinkOutcome =
  | { readonly kind: 'signed-in'; readonly signIn: NewSignIn; readonly next: string }
  | { readonly kind: 'used' | 'expired' | 'unknown' }
  | TooMany

/** `wrong`: the code is not the one that was sent, or none can be typed here any more. */
export type CodeOutcome =
  | { readonly kind: 'signed-in'; readonly signIn: NewSignIn; readonly next: string }
  | { readonly kind: 'wrong' }
  | TooMany
