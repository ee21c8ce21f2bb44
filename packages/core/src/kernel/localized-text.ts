/** The languages of the interface; the first is the one that is always complete. */
export const locales = ['de', 'en'] as const
export type Locale = (typeof locales)[number]

/** A text that may exist in several languages. German is expected, and stands in where English is missing. */
export type LocalizedText = { readonly de?: string; readonly en?: string }

/** The text in `locale`, else in the other language, else ''. */
export function localize(text: LocalizedText | null | undefined, locale: Locale): string {
  if (!text) return ''
  return text[locale] || text.de || text.en || ''
}

/** The language that `localize` answers in, so that a page can mark a text in a foreign language with `lang`. */
export function languageOf(text: LocalizedText | null | undefined, locale: Locale): Locale {
  if (text?.[locale]) return locale
  return text?.de ? 'de' : 'en'
}
