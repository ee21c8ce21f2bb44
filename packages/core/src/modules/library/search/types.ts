import type { Locale } from '../../../kernel/localized-text.ts'

/** What can be found. */
export const searchKinds = [
  'session',
  'person',
  'organisation',
  'topic',
  'edition',
  'news',
  'recap',
  'material',
  'page',
] as const
export type SearchKind = (typeof searchKinds)[number]

export type SearchInput = {
  /** What somebody typed: words, "phrases in quotes", -words to leave out. Anything is allowed. */
  readonly query: string
  /** The language that titles are answered in where they have several. */
  readonly locale: Locale
  /** Within one filter any value will do; all filters must hold. */
  readonly kinds?: readonly SearchKind[]
  readonly years?: readonly number[]
  /** Slugs. */
  readonly topics?: readonly string[]
  /** Two digits of the official key (`14` is Saxony). */
  readonly lands?: readonly string[]
  /** At most 100. */
  readonly limit: number
  readonly offset: number
}

/** Offsets in UTF-16 units, `end` exclusive, in order and without overlap. */
export type Mark = { readonly start: number; readonly end: number }
export type MarkedText = { readonly text: string; readonly marks: readonly Mark[] }

/** How a word of the query was found: as written, inflected, within a compound, by another wording, as a beginning, or mistyped. */
export const matchManners = ['exact', 'stem', 'compound', 'synonym', 'prefix', 'typo'] as const
export type MatchManner = (typeof matchManners)[number]
/** `word` is the word of the text that matched, as it is written there. */
export type Match = { readonly manner: MatchManner; readonly word: string }

export type SearchHit = {
  readonly kind: SearchKind
  /** Id of the object found. */
  readonly id: string
  /** Address without the language prefix. */
  readonly path: string
  readonly title: MarkedText
  readonly subtitle: MarkedText
  /** Who takes part, with function and organisation; '' where it does not apply. */
  readonly people: MarkedText
  /** The passage that says most about the query; its text is '' if nothing but the title is known. */
  readonly snippet: MarkedText
  /** Of the title, for `lang`. */
  readonly language: string
  /** Name of the edition it belongs to. */
  readonly edition: string | null
  /** The latest year it belongs to. */
  readonly year: number | null
  readonly why: readonly Match[]
  /** false where some words of the query are missing. */
  readonly isComplete: boolean
}

/** A value with the number of hits it would leave. Most hits first (years: newest first). */
export type Facet<T> = { readonly value: T; readonly count: number }
/** Each counted under all other filters but its own. */
export type Facets = {
  readonly kind: readonly Facet<SearchKind>[]
  readonly year: readonly Facet<number>[]
  readonly topic: readonly Facet<string>[]
  readonly land: readonly Facet<string>[]
}

export type SearchResult = {
  readonly total: number
  readonly hits: readonly SearchHit[]
  readonly facets: Facets
  /** The query with the likely spelling, when a word of it is unknown or nearly so. */
  readonly didYouMean: string | null
}

/** What to offer while somebody types. */
export type Suggestions = {
  /** Words that go on as typed, the commonest first. */
  readonly words: readonly string[]
  readonly hits: readonly Pick<SearchHit, 'kind' | 'id' | 'path' | 'title' | 'language' | 'year'>[]
}
