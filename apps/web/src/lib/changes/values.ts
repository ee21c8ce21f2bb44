import { type Locale, type LocalizedText, localize } from '@fachtag/core/kernel/localized-text'
import { formatDate, formatInstant } from '#lib/format/dates.ts'
import { formatClock } from '#lib/format/times.ts'
import { type Messages, messages } from '#lib/messages/messages.ts'

/** What ids are called. */
export type NameMap = ReadonlyMap<string, string | LocalizedText>

export type Reader = { readonly locale: Locale; readonly names: NameMap }

const idPattern = /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/

/** Every id in `value`, however deep. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return idPattern.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(idsIn)
}

/** A text in German, English or both, as columns hold it. */
export function isLocalized(value: unknown): value is LocalizedText {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(([key, text]) => (key === 'de' || key === 'en') && typeof text === 'string')
  )
}

function tellText(text: string, { locale, names }: Reader, t: Messages): string {
  if (idPattern.test(text)) return localizeName(names.get(text), locale) ?? t.changes.gone
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(text)) return formatInstant(text, locale)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text))
    return `${formatDate(text.slice(0, 10), locale)}, ${formatClock(text, locale)}`
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDate(text, locale)
  return text
}

/** A name in the language of the reader; undefined where there is none. */
export function localizeName(name: string | LocalizedText | undefined, locale: Locale): string | undefined {
  return typeof name === 'object' ? localize(name, locale) : name
}

/** Columns that hold one of a few words, which have a translation. */
const coded = /(^|_)(state|type|role|mode|kind|visibility|precision|certainty|qualifier|via|origin)$/

/** What a column held, for a reader: names for ids, words for codes, dates as they are spoken. */
export function tellValue(column: string, value: unknown, reader: Reader): string {
  const t = messages(reader.locale)
  if (value === null || value === undefined || value === '') return t.changes.nothing
  if (typeof value === 'boolean') return value ? t.changes.yes : t.changes.no
  if (typeof value === 'string') {
    const codes: Readonly<Record<string, string>> = t.logged.codes
    const known = coded.test(column) && Object.hasOwn(codes, value) ? codes[value] : undefined
    return known ?? tellText(value, reader, t)
  }
  if (Array.isArray(value))
    return value.length === 0 ? t.changes.nothing : value.map((one) => tellValue('', one, reader)).join('\n')
  if (typeof value === 'object') {
    const parts = Object.entries(value).filter(([, part]) => part !== null && part !== '')
    return parts.length === 0 ? t.changes.nothing : parts.map(([, part]) => tellValue('', part, reader)).join(', ')
  }
  return String(value)
}
