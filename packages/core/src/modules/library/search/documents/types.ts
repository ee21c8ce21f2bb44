import type { LocalizedText } from '../../../../kernel/localized-text.ts'
import type { SearchKind } from '../types.ts'

/** A thing that can be found, with all its words as plain text, before it is indexed. */
export type SearchDocument = {
  readonly kind: SearchKind
  readonly refId: string
  /** Of title and body, where they are not in the languages of the interface. */
  readonly language: string
  readonly path: string
  readonly title: LocalizedText
  readonly subtitle: LocalizedText
  readonly people: string
  /** Other names, synonyms, topics: found like a subtitle, not shown. */
  readonly names: readonly string[]
  /** The first and most telling text. */
  readonly lead: LocalizedText
  /** Further text. */
  readonly body: LocalizedText
  readonly edition: string | null
  readonly years: readonly number[]
  readonly lands: readonly string[]
  readonly topics: readonly string[]
}
