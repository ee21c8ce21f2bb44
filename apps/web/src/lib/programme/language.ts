import type { Locale } from '@fachtag/core/kernel/localized-text'

const names: Readonly<Record<Locale, Intl.DisplayNames>> = {
  de: new Intl.DisplayNames('de', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
}

/** What readers call a language: `en` → "Englisch". A tag that is none comes back as it is. */
export function formatLanguage(tag: string, locale: Locale): string {
  try {
    return names[locale].of(tag) ?? tag
  } catch {
    return tag
  }
}
