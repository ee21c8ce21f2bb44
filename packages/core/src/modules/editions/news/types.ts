import type { LocalizedText } from '../../../kernel/localized-text.ts'
import type { Source } from '../types.ts'

export type NewsCategory = { readonly slug: string; readonly name: LocalizedText }

/** A news entry as a list shows it. `publishedOn` is null where nobody knows the day any more. */
export type NewsSummary = {
  readonly id: string
  readonly slug: string
  readonly title: LocalizedText
  readonly summary: LocalizedText
  readonly category: NewsCategory | null
  readonly edition: { readonly slug: string; readonly name: string } | null
  readonly publishedOn: string | null
  readonly datePrecision: 'day' | 'month' | 'year'
  readonly updatedAt: string
}

/** `body` is Markdown. */
export type NewsEntry = NewsSummary & { readonly body: LocalizedText; readonly source: Source | null }

export type NewsPage = { readonly entries: readonly NewsSummary[]; readonly total: number }
