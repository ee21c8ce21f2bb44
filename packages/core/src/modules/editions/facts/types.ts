import type { EditionFactsInput } from '../schema.ts'

/** The facts of an edition as their form shows them. `names`: what the organisations are called, by id. */
export type ManagedFacts = {
  readonly revision: number
  readonly facts: EditionFactsInput
  readonly names: Readonly<Record<string, string>>
}

/** The row that says what an earlier one of its list says already. */
export type RepeatedFact = { readonly kind: 'twice'; readonly list: 'organisers' | 'lands'; readonly row: number }
