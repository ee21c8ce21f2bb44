import type { LocalizedText } from '../../../../kernel/localized-text.ts'

/** A person as an organiser sees and changes them. */
export type PersonProfile = {
  readonly id: string
  readonly slug: string
  readonly revision: number
  /** Without academic title. */
  readonly name: string
  readonly academicTitle: string | null
  readonly givenName: string | null
  readonly familyName: string | null
  /** Other ways in which the name is written, in alphabetical order. */
  readonly spellings: readonly string[]
  readonly biography: LocalizedText
  readonly website: string | null
}

/** Somebody of the same name who is known already. */
export type Namesake = { readonly id: string; readonly slug: string; readonly name: string }

/** `similar`: somebody of that name is known; nothing was written, because they may be the same. */
export type AddPersonOutcome =
  | { readonly kind: 'added'; readonly id: string }
  | { readonly kind: 'similar'; readonly namesakes: readonly Namesake[] }

/** `conflict`: somebody else has saved in the meantime; nothing was written. */
export type SaveOutcome = { readonly kind: 'saved' | 'conflict' }
