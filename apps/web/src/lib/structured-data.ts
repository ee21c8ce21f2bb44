import { type Locale, localize } from '@fachtag/core/kernel/localized-text'
import type { SeriesDetail } from '@fachtag/core/modules/editions/series/types'
import type { EditionDetail, EditionSummary } from '@fachtag/core/modules/editions/types'
import type { PublicPerson } from '@fachtag/core/modules/programme/appearances/types'
import {
  eventData,
  eventSeriesData,
  type LinkedData,
  type LinkedEvent,
  personData,
} from '@fachtag/formats/linked-data/schema-org'
import { address } from '#lib/addresses.ts'

/** Where the site is (`https://fachtag.example`), and the language of the page that holds the data. */
type Site = { readonly origin: string; readonly locale: Locale }

/** The days of an edition, where they are known for sure: search engines take every date for a promise. */
function exactDates({ date, state }: Pick<EditionSummary, 'date' | 'state'>) {
  if (date?.precision !== 'day' || date.certainty !== 'fixed' || state === 'announced') return null
  return { start: date.startsOn, end: date.endsOn ?? date.startsOn }
}

function editionEvent(edition: EditionSummary, series: string, { origin, locale }: Site): LinkedEvent | null {
  const dates = exactDates(edition)
  if (!dates) return null
  return {
    name: edition.name,
    url: origin + address(`/${series}/${edition.slug}`, locale),
    ...dates,
    timeZone: 'Europe/Berlin',
    isCancelled: edition.state === 'cancelled',
    place: edition.city ? { name: edition.city, city: edition.city } : undefined,
  }
}

/** schema.org's description of a series with those editions whose days are sure. */
export function describeSeries(series: SeriesDetail, site: Site): LinkedData {
  return eventSeriesData({
    name: series.name,
    url: site.origin + address(series.isHome ? '/' : `/${series.slug}`, site.locale),
    description: localize(series.claim, site.locale) || undefined,
    editions: series.editions.flatMap((edition) => editionEvent(edition, series.slug, site) ?? []),
  })
}

/** schema.org's description of an edition; undefined as long as its days are not sure. */
export function describeEdition(edition: EditionDetail, site: Site): LinkedData | undefined {
  const event = editionEvent(edition, edition.series.slug, site)
  if (!event) return undefined
  const { venue } = edition
  const place = venue && {
    name: venue.name ?? venue.city,
    street: venue.street ?? undefined,
    postCode: venue.postcode ?? undefined,
    city: venue.city,
    country: venue.country,
  }
  const organisers = edition.organisers.filter(({ role }) => role === 'organiser' || role === 'cooperation')
  return eventData({
    ...event,
    timeZone: edition.timeZone,
    description: localize(edition.description, site.locale) || undefined,
    ...(place ? { place } : {}),
    organisers: organisers.map(({ name, slug }) => ({
      name,
      url: site.origin + address(`/organisationen/${slug}`, site.locale),
    })),
  })
}

/** schema.org's description of a person, with the function and organisation of the newest appearance. */
export function describePerson(person: PublicPerson, { origin, locale }: Site): LinkedData {
  const newest = person.appearances.find((appearance) => appearance.state === 'planned')
  return personData({
    name: person.name,
    url: origin + address(`/personen/${person.slug}`, locale),
    function: newest?.function ?? undefined,
    organisation: newest?.organisationName ?? undefined,
  })
}
