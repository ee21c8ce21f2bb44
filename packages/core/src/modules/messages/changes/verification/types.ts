/**
 * What does not fit: `altered` content or place, a change `missing` between two others, entries `inserted` past the log,
 * content `emptied` without the record of an erasure; `cut` when the hash that was noted is not in the chain any more.
 */
export type ProblemKind = 'altered' | 'missing' | 'inserted' | 'emptied' | 'cut'

export type ChainProblem = {
  readonly kind: ProblemKind
  /** The change from which on the chain does not hold; null for what lies outside the chain. */
  readonly number: number | null
  readonly changeId: string | null
  readonly table: string | null
}

export type Verification = {
  /** How many changes fit, from the first on. */
  readonly changes: number
  readonly rows: number
  /** Entries whose content was erased, as a person may ask. */
  readonly erased: number
  /** The last change that fits: write its hash down elsewhere, and nobody can rewrite what came before it unseen. */
  readonly head: { readonly number: number; readonly hash: string } | null
  readonly problem: ChainProblem | null
}

/** One entry as the verifier reads it; a change without entries comes as one with `rowId` null. */
export type ChainEntry = {
  readonly number: number
  readonly changeId: string
  /** Hexadecimal. */
  readonly hash: string | null
  /** What the hash covers of the change, and of the entry. */
  readonly head: string
  readonly line: string
  readonly rowId: number | null
  readonly table: string | null
  readonly isErasure: boolean
  readonly isErased: boolean
  readonly digest: string | null
  /** Hexadecimal; null where erased. */
  readonly salt: string | null
  /** What the digest covers, after the salt. */
  readonly content: string | null
}
