import { type LocalizedText, locales } from '../../../../kernel/localized-text.ts'
import type { ProgrammeAppearance } from '../../../programme/types.ts'

const markup: readonly (readonly [RegExp, string])[] = [
  [/```[^\n]*\n?/g, ''],
  [/<\/?[a-z][^<>]{0,500}>/gi, ' '],
  [/!?\[([^\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s"[^"\n]{0,500}")?\)/g, '$1'],
  [/<(?:https?:\/\/|mailto:)[^\s<>]{0,2000}>/gi, ' '],
  [/\bhttps?:\/\/[^\s)]{1,2000}/gi, ' '],
  [/^[ \t]{0,3}(?:#{1,6}|>|[-*+]|\d{1,3}[.)])[ \t]+/gm, ''],
  [/^[ \t]*(?:[-*_][ \t]*){3,}$/gm, ''],
  [/(\*\*|__|~~|`)/g, ''],
  [/(?<![\p{L}\p{N}\\])[*_](?=\S)|(?<=[^\s\\])[*_](?![\p{L}\p{N}])/gu, ''],
  [/\\([!-/:-@[-`{-~])/g, '$1'],
  [/&nbsp;/g, ' '],
  [/&amp;/g, '&'],
  [/[ \t\r\f\v\u00a0]+/g, ' '],
  [/ ?\n[ \n]*/g, '\n'],
]

/** The words of a Markdown text without its marks and addresses, paragraphs on lines of their own. For reading and searching, never as HTML. */
export function plainText(markdown: string): string {
  return markup.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), markdown).trim()
}

/** `plainText` of each language. */
export function plainTexts(text: LocalizedText | null | undefined): LocalizedText {
  return Object.fromEntries(locales.flatMap((locale) => (text?.[locale] ? [[locale, plainText(text[locale])]] : [])))
}

/** Texts of the same languages below one another; a language that only some have keeps what there is. */
export function joinTexts(...texts: readonly (LocalizedText | null | undefined)[]): LocalizedText {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const present = texts.flatMap((text) => text?.[locale] || [])
      return present.length > 0 ? [[locale, present.join('\n')]] : []
    }),
  )
}

/** A text in one language as localized text; languages that the interface does not speak stand where German would. */
export function textIn(language: string, text: string | null | undefined): LocalizedText {
  if (!text) return {}
  return language.toLowerCase().startsWith('en') ? { en: text } : { de: text }
}

/** Who takes part, as one line: `Norbert Weidinger (Stadt Wien, per Video), …`. Whoever is named more than once stands once. */
export function peopleLine(
  appearances: readonly Pick<ProgrammeAppearance, 'name' | 'function' | 'organisationName' | 'note'>[],
): string {
  const lines = appearances.map((held) => {
    const position = [held.function, held.organisationName, held.note].filter(Boolean).join(', ')
    return held.name ? (position ? `${held.name} (${position})` : held.name) : position
  })
  return [...new Set(lines.filter(Boolean))].join(', ')
}

/** The year of a date `YYYY-MM-DD` as a list, empty without a date. */
export function yearsOf(date: string | null | undefined): number[] {
  return date ? [Number(date.slice(0, 4))] : []
}
