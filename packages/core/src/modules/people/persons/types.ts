import type { LocalizedText } from '../../../kernel/localized-text.ts'

/** A name taken apart, as lists and forms of address need it. */
export type PersonName = {
  /** Without academic titles. */
  readonly name: string
  readonly academicTitle: string | null
  /** null for a name of one word. */
  readonly givenName: string | null
  readonly familyName: string | null
  /** Sorted as plain text it gives the order of a German list of names. */
  readonly sortKey: string
}

/** A person as a source names them. */
export type PersonInput = {
  /** As it is written there, with or without academic titles. */
  readonly name: string
  /** Who speaks; the same text for every version of one file, and for nothing else. */
  readonly source: string
  /** What the source calls the person, stable from one version to the next. */
  readonly reference?: string | undefined
  /** Our own id, where the source has it from us. */
  readonly id?: string | undefined
  readonly biography?: LocalizedText | undefined
  readonly website?: string | undefined
}

/**
 * How a person was recognised: `reference`, the source said so; `name`, the only one of that name in the same series;
 * `new`, not at all.
 */
export type PersonMatch = 'reference' | 'name' | 'new'

export type EnsuredPerson = {
  readonly id: string
  readonly slug: string
  /** With academic title. */
  readonly name: string
  readonly match: PersonMatch
  /** What the person was called before, where the source now says another name; else null. */
  readonly formerName: string | null
}

/** A person already stored, with what is needed to recognise them. */
export type KnownPerson = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly academicTitle: string | null
  readonly biography: LocalizedText
  readonly website: string | null
  /** Folded spellings. */
  readonly spellings: readonly string[]
  readonly references: readonly { readonly source: string; readonly reference: string }[]
}

export type PersonSave = Omit<KnownPerson, 'spellings' | 'references'> & PersonName

/** What has to be written so that every input has its person. `ensured` is in the order of the inputs. */
export type PersonPlan = {
  readonly ensured: readonly EnsuredPerson[]
  readonly saves: readonly PersonSave[]
  readonly spellings: readonly { readonly personId: string; readonly name: string; readonly folded: string }[]
  readonly references: readonly { readonly personId: string; readonly source: string; readonly reference: string }[]
}
