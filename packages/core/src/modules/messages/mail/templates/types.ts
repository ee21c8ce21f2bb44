import type { Locale, LocalizedText } from '../../../../kernel/localized-text.ts'
import type { InBothLanguages, Placeholder } from '../../../../platform/mail/template.ts'

/** A mail whose text the organisers of a series may write themselves. */
export type TemplateEntry = {
  readonly name: string
  readonly title: InBothLanguages
  /** Whether the series has a text of its own. */
  readonly isOwn: boolean
}

export type TemplateText = { readonly subject: LocalizedText; readonly body: LocalizedText }

export type TemplateDetail = TemplateEntry & {
  readonly placeholders: Readonly<Record<string, Placeholder>>
  readonly builtIn: TemplateText
  /** The text in use. */
  readonly text: TemplateText
  /** Of the series' own text; 0 while there is none. */
  readonly revision: number
}

export type TextField = 'subject' | 'body'

/** What keeps a text from being used. `placeholder`: `found` is none of this mail. `link`: it cannot be followed as it stands. */
export type TextProblem = {
  readonly field: TextField
  readonly locale: Locale
  readonly problem: 'missing' | 'placeholder' | 'link' | 'several-lines'
  readonly found: string
}

export type SaveTemplateOutcome =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'wrong'; readonly problems: readonly TextProblem[] }
  /** Somebody else saved a text meanwhile: this is it. */
  | { readonly kind: 'conflict'; readonly stored: TemplateDetail }
