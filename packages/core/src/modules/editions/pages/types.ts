import type { LocalizedText } from '../../../kernel/localized-text.ts'

/** A page whose text the operator writes (Impressum, Datenschutz …). `body` is Markdown. */
export type Page = {
  readonly id: string
  readonly revision: number
  readonly slug: string
  readonly title: LocalizedText
  readonly body: LocalizedText
  readonly updatedAt: string
}
