import type { Source } from '../types.ts'

/** Somebody to turn to, with what a vCard needs. */
export type Contact = {
  readonly id: string
  readonly personId: string
  readonly personSlug: string
  readonly name: string
  readonly academicTitle: string | null
  readonly givenName: string | null
  readonly familyName: string | null
  readonly function: string | null
  readonly organisationSlug: string | null
  readonly organisationName: string | null
  readonly email: string | null
  readonly phone: string | null
  /** The edition that named the contact: how old the entry is. */
  readonly edition: { readonly slug: string; readonly name: string } | null
  readonly source: Source | null
}
