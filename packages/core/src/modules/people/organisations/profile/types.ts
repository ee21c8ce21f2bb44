import type { Organisation } from '../types.ts'

/** An organisation as an organiser sees and changes it. */
export type OrganisationProfile = Organisation & {
  readonly revision: number
  /** The entry of the register that it is, in words; null where it is none. */
  readonly registerName: string | null
}

/**
 * `known`: an organisation has this name already; `unknown_region`: the register has no such key. Nothing was written.
 */
export type AddOrganisationOutcome =
  | { readonly kind: 'added'; readonly id: string }
  | { readonly kind: 'known'; readonly id: string; readonly name: string }
  | { readonly kind: 'unknown_region' }

export type ChangeOrganisationOutcome =
  | { readonly kind: 'saved' | 'conflict' | 'unknown_region' }
  | { readonly kind: 'known'; readonly id: string; readonly name: string }
