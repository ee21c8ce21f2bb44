import type { TooMany } from '../limits/types.ts'

/** A link to a new address that was opened, before anybody has pressed the button. */
export type OpenedAddressLink =
  | { readonly kind: 'open'; readonly address: string }
  | { readonly kind: 'used' | 'expired' | 'unknown' }

export type AskAddressOutcome = { readonly kind: 'asked' } | TooMany

/** `taken`: the address belongs to another account. */
export type ConfirmAddressOutcome = { readonly kind: 'changed' | 'used' | 'expired' | 'unknown' | 'taken' }
