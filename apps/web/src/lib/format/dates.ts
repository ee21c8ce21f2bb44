import type { Locale } from '@fachtag/core/kernel/localized-text'
import { describeDate } from '@fachtag/core/modules/editions/rules'
import type { DatePrecision, EditionDate, EditionState } from '@fachtag/core/modules/editions/types'
import { messages } from '#lib/messages/messages.ts'

const tags: Readonly<Record<Locale, string>> = { de: 'de-DE', en: 'en-GB' }
const cache = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: Locale, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`
  const known = cache.get(key) ?? new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: 'UTC' })
  cache.set(key, known)
  return known
}

// A date without a zone is the same everywhere: it is read and written in one zone.
const noon = (day: string) => new Date(`${day}T12:00:00Z`)

/** `2024-11-27` → "Mittwoch, 27. November 2024". */
export function formatDay(day: string, locale: Locale): string {
  const parts = formatter(locale, 'full', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .formatToParts(noon(day))
    .map((part) => part.value)
  // English leaves the comma out that German has, and reads better with it.
  return locale === 'en' ? parts.join('').replace(/^(\w+) /, '$1, ') : parts.join('')
}

/** `2024-11-27` → "27. November 2024". */
export function formatDate(day: string, locale: Locale): string {
  return formatter(locale, 'date', { day: 'numeric', month: 'long', year: 'numeric' }).format(noon(day))
}

/** `2024-11-27` → "November 2024". */
export function formatMonth(day: string, locale: Locale): string {
  return formatter(locale, 'month', { month: 'long', year: 'numeric' }).format(noon(day))
}

/** `2024-11-27` → "27. November", for a list under the heading of its year. */
export function formatDayOfYear(day: string, locale: Locale): string {
  return formatter(locale, 'short', { day: 'numeric', month: 'long' }).format(noon(day))
}

/** A day of which only a part may be known: "27. November 2024", "Ende November 2016", "November 2016", "2016". */
export function formatPrecise(day: string, precision: DatePrecision, locale: Locale): string {
  switch (precision) {
    case 'day':
      return formatDate(day, locale)
    case 'end-of-month':
      return messages(locale).format.endOfMonth(formatMonth(day, locale))
    case 'month':
      return formatMonth(day, locale)
    case 'year':
      return day.slice(0, 4)
  }
}

function formatDays(first: string, last: string, locale: Locale): string {
  const t = messages(locale).format
  const isNextDay = Temporal.PlainDate.from(first).add({ days: 1 }).toString() === last
  const join = isNextDay ? t.twoDays : t.days
  const sameYear = first.slice(0, 4) === last.slice(0, 4)
  return join(sameYear ? formatDayOfYear(first, locale) : formatDate(first, locale), formatDate(last, locale))
}

/** When an edition is or was, seen from `today` (`YYYY-MM-DD`), claiming no more than is known. */
export function formatEditionDate(
  edition: { readonly date: EditionDate | null; readonly state: EditionState },
  today: string,
  locale: Locale,
): string {
  const t = messages(locale).format
  const known = describeDate(edition.date, edition.state, today)
  if (known.kind === 'unknown') return edition.state === 'held' ? t.lostDate : t.unknownDate
  const { startsOn, endsOn, precision, standing } = known
  if (precision !== 'day') return t.stretch(formatPrecise(startsOn, precision, locale), standing)
  if (endsOn && endsOn !== startsOn) return t.stretch(formatDays(startsOn, endsOn, locale), standing)
  return t.day(formatDay(startsOn, locale), standing)
}

/** An instant (ISO 8601) as the clock on the wall shows it in Germany: "27. November 2024, 14:05". */
export function formatInstant(instant: string, locale: Locale): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Berlin')
  return `${formatDate(at.toPlainDate().toString(), locale)}, ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`
}
