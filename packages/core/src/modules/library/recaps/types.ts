import type { LocalizedText } from '../../../kernel/localized-text.ts'
import type { Source, Visibility } from '../../editions/types.ts'
import type { RecapForm } from './schema.ts'

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

/** A recap in the list of who writes it. `session`: the title of the session that it is about. */
export type RecapDraft = {
  readonly id: string
  readonly title: string
  readonly session: string | null
  readonly visibility: Visibility
}

/** A recap as its form shows it. */
export type ManagedRecap = {
  readonly id: string
  readonly revision: number
  readonly visibility: Visibility
  readonly form: RecapForm
}

/** `taken`: the session has a recap already. */
export type RecapSaved = { readonly kind: 'saved'; readonly id: string } | { readonly kind: 'taken' | 'conflict' }
