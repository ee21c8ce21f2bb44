import type { Locale } from '@fachtag/core/kernel/localized-text'
import { de } from './de.ts'
import { en } from './en.ts'

/** The shape of the catalogue. German defines it; a text that English lacks does not compile. */
export type Messages = typeof de

const catalogues: Readonly<Record<Locale, Messages>> = { de, en }

/** All texts of the interface in `locale`. */
export function messages(locale: Locale): Messages {
  return catalogues[locale]
}
