import type { LocalizedText } from '../../kernel/localized-text.ts'

/** Somebody whose data is looked for: everything by which rows can be recognised as theirs. */
export type Subject = {
  readonly personIds: readonly string[]
  readonly accountIds: readonly string[]
  /** In lower case. */
  readonly addresses: readonly string[]
  /** Hashes of `addresses`, as they are stored where the address itself is not kept. */
  readonly addressHashes: readonly string[]
  /** What names them in the midst of a text: spellings of the name, addresses. Written as it would stand there. */
  readonly words: readonly string[]
}

/** By what a column says whose a row is. */
export type Identity = 'person' | 'account' | 'address' | 'address-hash'

/** What erasure does to the rows of somebody. */
export type Erasure =
  | { readonly kind: 'delete' }
  /** The rows stay, for the figures; these columns take these values. */
  | { readonly kind: 'set'; readonly values: Readonly<Record<string, string | null>> }
  /** A command of the module does it, because the data is part of something larger. */
  | { readonly kind: 'by-command' }
  /** The law asks for it. */
  | { readonly kind: 'keep'; readonly reason: LocalizedText }

/**
 * What one table has to do with people. Columns that hold numbers, instants or yes and no are about nobody unless they
 * stand here; every other column stands in exactly one of the lists (names separated by blanks), except that what is
 * somebody's may name somebody else, and then is scrubbed as well.
 */
export type PersonalData = {
  readonly table: string
  /** What the rows are to the person, as the heading above them; for tables with an owner. */
  readonly title?: LocalizedText
  readonly owner?: Readonly<Record<string, Identity>>
  readonly erasure?: Erasure
  /** About the owner; in a table without one, about anybody, within something larger. */
  readonly data?: string
  /** The owner's, and of use only to who keeps it secret: never given out. */
  readonly secret?: string
  /** Which account did it, where the row is not about that account. */
  readonly author?: string
  /** Written by others, and may name anybody: the name is replaced where it stands. */
  readonly scrubbed?: string
  /** Written by others and shown as theirs: a mention is for a human to decide about. */
  readonly mentions?: string
  /** About nobody. */
  readonly plain?: string
}

/** The rows of one table that are somebody's, by the names of their columns. */
export type OwnTable = {
  readonly table: string
  readonly title: LocalizedText
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** A text that names somebody: for a human to decide about. */
export type Mention = { readonly table: string; readonly rowId: string }
