import type { LocalizedText } from '../../../kernel/localized-text.ts'

/** An entry of the vocabulary that holds the editions together. `synonyms` in alphabetical order. */
export type Topic = {
  readonly id: string
  readonly slug: string
  readonly name: LocalizedText
  readonly description: LocalizedText
  readonly synonyms: readonly string[]
}
