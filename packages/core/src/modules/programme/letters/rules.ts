import type { Locale } from '../../../kernel/localized-text.ts'
import type { EditionDate } from '../../editions/types.ts'
import type { LetterPlace } from './types.ts'

const languages: Readonly<Record<Locale, string>> = { de: 'de-DE', en: 'en-GB' }
const open: Readonly<Record<Locale, string>> = {
  de: 'Der Termin steht noch nicht fest.',
  en: 'The date is not settled yet.',
}
const probably: Readonly<Record<Locale, (date: string) => string>> = {
  de: (date) => `voraussichtlich ${date}`,
  en: (date) => `probably ${date}`,
}
const endOf: Readonly<Record<Locale, string>> = { de: 'Ende ', en: 'end of ' }

function writeDate({ startsOn, endsOn, precision }: EditionDate, locale: Locale): string {
  const first = Temporal.PlainDate.from(startsOn)
  const write = (day: Temporal.PlainDate, form: Intl.DateTimeFormatOptions) =>
    day.toLocaleString(languages[locale], { calendar: 'gregory', ...form })
  switch (precision) {
    case 'year':
      return String(first.year)
    case 'month':
      return write(first, { month: 'long', year: 'numeric' })
    case 'end-of-month':
      return endOf[locale] + write(first, { month: 'long', year: 'numeric' })
    case 'day': {
      const full = (day: Temporal.PlainDate) => write(day, { dateStyle: 'full' })
      return endsOn && endsOn !== startsOn ? `${full(first)} – ${full(Temporal.PlainDate.from(endsOn))}` : full(first)
    }
  }
}

/** The date of an edition for a sentence in a letter, claiming no more than is known. */
export function dateText(date: EditionDate | null, locale: Locale): string {
  if (!date) return open[locale]
  const text = writeDate(date, locale)
  return date.certainty === 'probable' ? probably[locale](text) : text
}

const germanSpeaking = new Set(['DE', 'AT', 'CH', 'LI', 'LU'])

/** The language in which a letter goes to people of an organisation in `country` (ISO 3166-1); null where none is known. */
export function languageFor(country: string | null): Locale {
  return country === null || germanSpeaking.has(country) ? 'de' : 'en'
}

function pageAddress(origin: string, { edition, seriesSlug }: LetterPlace, locale: Locale): string {
  const series = `${origin}${locale === 'en' ? '/en' : ''}/${seriesSlug}`
  return edition.isPublic ? `${series}/${edition.slug}` : series
}

/** What the placeholders of a letter to `name` stand for. The page is that of the series while the edition is not public. */
export function letterValues(place: LetterPlace, name: string, origin: string, locale: Locale): Record<string, string> {
  return {
    name,
    series: place.seriesName,
    edition: place.edition.name,
    date: dateText(place.edition.date, locale),
    page: pageAddress(origin, place, locale),
  }
}
