import type { Locale } from '../../kernel/localized-text.ts'

/** Part of a line: words of the product, or what somebody wrote, which is shown letter by letter and never a link. */
export type PassagePart = { readonly words: string } | { readonly text: string }

/** A line of a passage. An address that the product has made may stand at its end, where nothing can join it. */
export type PassageLine = { readonly parts: readonly PassagePart[]; readonly link?: string | undefined }

/** Lines that belong together. */
export type Passage = readonly PassageLine[]

/** Kind of a placeholder → what is given for it. A kind says how the value is written, never what it is about. */
export interface PlaceholderValues {
  /** One line that somebody wrote. It is shown letter by letter and nothing in it becomes a link. */
  readonly text: string
  /** Several lines that somebody wrote; quoted, so that they cannot pass for ours. */
  readonly lines: string
  /** An absolute address (http, https) that the product has made; no other value becomes a link, but for those in passages. */
  readonly link: string
  /** What the product puts together, an empty line between each two; of none of them, the gap closes, too. */
  readonly passages: readonly Passage[]
  /** Something to be typed elsewhere: letters, digits, hyphens. */
  readonly code: string
  /** A day, `YYYY-MM-DD`, written out in the language of the mail. */
  readonly date: string
  /** An instant, ISO 8601, written as German wall time in the language of the mail. */
  readonly moment: string
  readonly number: number
}
export type PlaceholderKind = keyof PlaceholderValues

/** Mail → its placeholders, each with its kind. Modules add theirs in `mails.ts` by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Mails {}
export type MailName = keyof Mails & string

/** What a mail needs to be told: a value for each of its placeholders. */
export type MailValues<M extends MailName> = {
  readonly [P in keyof Mails[M]]: Mails[M][P] extends PlaceholderKind ? PlaceholderValues[Mails[M][P]] : never
}

export type InBothLanguages = Readonly<Record<Locale, string>>

export interface Placeholder<K extends PlaceholderKind = PlaceholderKind> {
  readonly kind: K
  /** For the organisers who write a text of their own. */
  readonly means: InBothLanguages
}

/** The built-in text of a mail. Only `{name}` of a placeholder stands for something; all else is text. */
export interface MailTemplate {
  /** What the mail is, for the organisers. */
  readonly title: InBothLanguages
  readonly placeholders: Readonly<Record<string, Placeholder>>
  /** One line, without links. */
  readonly subject: InBothLanguages
  readonly body: InBothLanguages
  /** Whether it is sent at once, or waits until somebody has looked at it and lets it go. */
  readonly mode: 'now' | 'review'
  /** It lets its reader in somewhere: shown to nobody else, emptied after delivery, not to be rewritten by organisers. */
  readonly isSecret?: true
  /** The start of a letter to a group of people, which its writer goes on from. */
  readonly isLetter?: true
}

/** The templates of a module, complete for the mails `M` that it adds to `Mails`. */
export type MailTemplatesOf<M extends MailName> = {
  readonly [N in M]: MailTemplate & {
    readonly placeholders: {
      readonly [P in keyof Mails[N]]: Mails[N][P] extends PlaceholderKind ? Placeholder<Mails[N][P]> : never
    }
  }
}
