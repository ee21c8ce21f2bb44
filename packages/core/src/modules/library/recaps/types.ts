import type { LocalizedText } from '../../../kernel/localized-text.ts'
import type { Source } from '../../editions/types.ts'

/** A session as a recap names it. */
export type RecapSession = { readonly slug: string; readonly title: string; readonly language: string }

/** The report about an edition as a whole (`session` is null) or about one session. `body` and `conclusion` are Markdown. */
export type Recap = {
  readonly id: string
  readonly title: LocalizedText
  readonly body: LocalizedText
  readonly conclusion: LocalizedText
  readonly source: Source | null
  readonly session: RecapSession | null
}
