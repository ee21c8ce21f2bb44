import type { SearchKind } from '../types.ts'

/** What filters, facets and the order of hits need to know of a document. Many documents share one. */
export type Facts = {
  readonly kind: SearchKind
  readonly years: readonly number[]
  readonly latestYear: number | null
  readonly topics: readonly string[]
  readonly lands: readonly string[]
}

/** What a process remembers of the index. */
export type Catalogue = {
  /** The state of the index that it tells of. */
  readonly version: string
  readonly facts: ReadonlyMap<number, Facts>
  /** Folded words of the corpus that may be parts of compounds. */
  readonly parts: ReadonlySet<string>
  /** Concepts by the key of their wording. */
  readonly concepts: ReadonlyMap<string, readonly string[]>
  /** The other way round: keys of the wordings of each concept. */
  readonly wordings: ReadonlyMap<string, readonly string[]>
}
