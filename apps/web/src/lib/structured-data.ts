import { type Locale, localize } from '@fachtag/core/kernel/localized-text'
import type { SeriesDetail } from '@fachtag/core/modules/editions/series/types'
import type { EditionDetail, EditionSummary } from '@fachtag/core/modules/editions/types'
import { address } from '#lib/addresses.ts'

/**
 * A `<script>` element that holds `data` as JSON-LD. Whatever text the data holds, it cannot end the element: JSON
 * writes `<` as `\u003c`, too.
 */
export function structuredDataScript(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`
}

type Place = {
  readonly name?: string | null
  readonly street?: string | null
  readonly postcode?: string | null
  readonly city: string
}

function describePlace({ name, street, postcode, city }: Place) {
  const postal = {
    '@type': 'PostalAddress',
    streetAddress: street ?? undefined,
    postalCode: postcode ?? undefined,
    addressLocality: city,
  }
  return { '@type': 'Place', name: name ?? city, address: postal }
}

/** schema.org's description of a series. `origin` is where the site is, for instance `https://fachtag.example`. */
export function describeSeries(series: SeriesDetail, origin: string, locale: Locale): object {
  const claim = localize(series.claim, locale)
  return {
    '@context': 'https://schema.org',
    '@type': 'EventSeries',
    '@id': `${origin}/${series.slug}`,
    url: origin + address(series.isHome ? '/' : `/${series.slug}`, locale),
    name: series.name,
    ...(claim ? { description: claim } : {}),
    subEvent: series.editions.flatMap((edition) => {
      const date = exactDates(edition)
      const url = origin + address(`/${series.slug}/${edition.slug}`, locale)
      return date ? [{ '@type': 'BusinessEvent', name: edition.name, url, ...date, ...place(edition.city) }] : []
    }),
  }
}

const place = (city: string | null) => (city ? { location: describePlace({ city }) } : {})

/** The days of an edition, where they are known for sure: search engines take every date for a promise. */
function exactDates(edition: EditionSummary): { startDate: string; endDate: string } | null {
  const { date, state } = edition
  if (!date || date.precision !== 'day' || date.certainty !== 'fixed' || state === 'announced') return null
  return { startDate: date.startsOn, endDate: date.endsOn ?? date.startsOn }
}

/** schema.org's description of an edition; null as long as its day is not sure. */
export function describeEdition(edition: EditionDetail, origin: string, locale: Locale): object | null {
  const date = exactDates(edition)
  if (!date) return null
  const description = localize(edition.description, locale)
  const organisers = edition.organisers.filter(({ role }) => role === 'organiser' || role === 'cooperation')
  return {
    '@context': 'https://schema.org',
    '@type': 'BusinessEvent',
    name: edition.name,
    url: origin + address(`/${edition.series.slug}/${edition.slug}`, locale),
    ...date,
    eventStatus: `https://schema.org/${edition.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    ...(description ? { description } : {}),
    ...(edition.venue ? { location: describePlace(edition.venue) } : place(edition.city)),
    organizer: organisers.map(({ name, slug }) => ({
      '@type': 'Organization',
      name,
      url: origin + address(`/organisationen/${slug}`, locale),
    })),
    superEvent: { '@type': 'EventSeries', '@id': `${origin}/${edition.series.slug}`, name: edition.series.name },
  }
}
