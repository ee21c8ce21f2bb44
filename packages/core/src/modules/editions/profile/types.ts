import type { EditionState, Visibility } from '../types.ts'
import type { EditionForm } from './schema.ts'

/** An edition as its form shows it. */
export type ManagedEdition = {
  readonly id: string
  readonly revision: number
  readonly slug: string
  readonly visibility: Visibility
  readonly form: EditionForm
  /** What the place of the venue is called in the register. */
  readonly placeName: string | null
}

/** An edition in the list of its series, also one that is not public. */
export type EditionEntry = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly startsOn: string | null
  readonly state: EditionState
  readonly visibility: Visibility
  readonly seriesId: string
}

/** `taken`: the series has an edition at this address already; `unknown_region`: the register has no such place. */
export type EditionAdded =
  | { readonly kind: 'saved'; readonly editionId: string }
  | { readonly kind: 'taken' | 'unknown_region' }

/** `conflict`: somebody else has saved another version meanwhile; `unknown_region`: the register has no such place. */
export type EditionSaved = { readonly kind: 'saved' | 'conflict' | 'unknown_region' }
