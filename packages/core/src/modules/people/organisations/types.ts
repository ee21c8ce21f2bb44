import type { LocalizedText } from '../../../kernel/localized-text.ts'
import type { OrganisationKind } from '../types.ts'

/** An organisation as its own page shows it. `aliases` are other names it is known by. */
export type Organisation = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly shortName: string | null
  readonly kind: OrganisationKind
  readonly ars: string | null
  readonly land: string | null
  readonly country: string
  readonly website: string | null
  readonly description: LocalizedText
  readonly aliases: readonly string[]
}

/** An organisation that a name was found to mean, or that was made for it. */
export type EnsuredOrganisation = { readonly id: string; readonly slug: string; readonly name: string }
