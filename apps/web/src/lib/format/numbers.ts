import type { Locale } from '@fachtag/core/kernel/localized-text'
import type { CountQualifier } from '@fachtag/core/modules/editions/types'
import { messages } from '#lib/messages/messages.ts'

const formats = { de: new Intl.NumberFormat('de-DE'), en: new Intl.NumberFormat('en-GB') }

/** 1234 → "1.234" in German, "1,234" in English. */
export function formatNumber(value: number, locale: Locale): string {
  return formats[locale].format(value)
}

/** A number as its source states it: "rund 130", "mehr als 200". */
export function formatCount(count: number, qualifier: CountQualifier, locale: Locale): string {
  return messages(locale).format.count(formatNumber(count, locale), qualifier)
}

const lists = {
  de: new Intl.ListFormat('de-DE', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
}

/** "Sachsen, Thüringen und Berlin". */
export function formatList(items: readonly string[], locale: Locale): string {
  return lists[locale].format(items)
}

/** A contrast of 7.31 → "7,3:1" in German, "7.3:1" in English. */
export function formatRatio(ratio: number, locale: Locale): string {
  return `${formats[locale].format(Math.floor(ratio * 10) / 10)}:1`
}
