import type { Facets, SearchKind } from '../types.ts'

/** A document that answers a plan, before filters. */
export type ScoredDocument = { readonly id: number; readonly score: number; readonly isComplete: boolean }

export type RankedDocument = { readonly id: number; readonly isComplete: boolean }

/** One page of what was found, best first. */
export type Ranking = { readonly total: number; readonly page: readonly RankedDocument[]; readonly facets: Facets }

export type Filters = {
  readonly kinds: readonly SearchKind[]
  readonly years: readonly number[]
  readonly topics: readonly string[]
  readonly lands: readonly string[]
}

export type Page = { readonly limit: number; readonly offset: number }
