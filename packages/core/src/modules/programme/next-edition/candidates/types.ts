/** Somebody who was at the edition before and may be asked again. */
export type Candidate = {
  readonly personId: string
  readonly name: string
  /** As it was then. */
  readonly function: string | null
  readonly organisationName: string | null
  readonly sessions: readonly string[]
  /** Whether they stand in the draft of this edition already. */
  readonly isThere: boolean
  /** Whether a letter would reach them. */
  readonly hasAddress: boolean
}

/** `from` is the edition before; null where the series has none with a published programme. */
export type CandidateList = {
  readonly from: { readonly id: string; readonly name: string; readonly slug: string } | null
  readonly candidates: readonly Candidate[]
}
