import type { Token } from '../../../../platform/german/tokenize.ts'
import type { Posting } from '../postings/types.ts'
import type { MatchManner } from '../types.ts'

/** What somebody typed, taken apart. */
export type ParsedQuery = {
  /** The query without what is to be left out; the tokens' offsets are in it. */
  readonly text: string
  readonly tokens: readonly Token[]
  /** Folded words of each phrase in quotes, between blanks. */
  readonly phrases: readonly string[]
  /** Terms that must not occur. */
  readonly excluded: readonly string[]
}

/** A term that satisfies a slot. `factor` (0 to 1) lowers what it says there. */
export type Alternative = { readonly factor: number; readonly manner: MatchManner }

/** One thing that is asked for. Several slots may stand for one word: the parts of a compound, found together or apart. */
export type Slot = {
  /** Index of the token it stands for. */
  readonly token: number
  /** The slots of one word share its weight of 1. */
  readonly weight: number
  readonly alternatives: ReadonlyMap<string, Alternative>
}

/** A word of the corpus that may be meant by a mistyped or unfinished one. */
export type WordCandidate = { readonly word: string; readonly surface: string; readonly documents: number }

export type Plan = {
  readonly query: ParsedQuery
  readonly slots: readonly Slot[]
  /** The query as it was probably meant; null when every word is known. */
  readonly didYouMean: string | null
  /** The postings of every term in the slots, and of every excluded one, that has any. */
  readonly postings: ReadonlyMap<string, Posting>
  /** The state of the index that the postings are of. */
  readonly version: string
  /** How many documents there are, or a hundred where there are fewer: rarity means little among a handful. */
  readonly collectionSize: number
  /** Keys of all wordings of the concepts in the plan, for marking them in texts. */
  readonly wordings: ReadonlyMap<string, readonly string[]>
}
