import type { SeriesDetail } from '@fachtag/core/modules/editions/series/types'
import type { EditionDetail, EditionSummary } from '@fachtag/core/modules/editions/types'
import type { PublicAppearance, PublicPerson } from '@fachtag/core/modules/programme/appearances/types'
import { describe, expect, test } from 'vitest'
import { describeEdition, describePerson, describeSeries } from './structured-data.ts'

const site = { origin: 'https://fachtag.example', locale: 'de' } as const
const english = { ...site, locale: 'en' } as const
/** As a search engine reads it: what is undefined is not written. */
const written = (data: object | undefined) => (data === undefined ? undefined : JSON.parse(JSON.stringify(data)))

const sure = { startsOn: '2031-11-05', endsOn: '2031-11-06', precision: 'day', certainty: 'fixed' } as const
const summary: EditionSummary = {
  id: 'edi_1',
  slug: '2031',
  number: 17,
  name: '17. Fachtag',
  motto: {},
  date: sure,
  state: 'planned',
  city: 'Leipzig',
  accent: 'blue',
}
const series: SeriesDetail = {
  id: 'srs_1',
  slug: 'fachtag',
  name: 'Fachtag',
  shortName: null,
  claim: { de: 'Aus der Praxis', en: 'From practice' },
  description: {},
  language: 'de',
  isHome: true,
  editions: [summary],
  contacts: [],
}
const edition = {
  ...summary,
  series,
  description: { de: 'Zwei Tage.' },
  timeZone: 'Europe/Berlin',
  venue: {
    name: 'Kongresshalle',
    street: 'Am Markt 1',
    postcode: '04109',
    city: 'Leipzig',
    land: '14',
    country: 'DE',
    directions: {},
  },
  organisers: [
    { organisationId: 'org_1', slug: 'stadt', name: 'Stadt Musterstadt', shortName: null, role: 'organiser', note: {} },
    { organisationId: 'org_2', slug: 'verband', name: 'Verband', shortName: null, role: 'cooperation', note: {} },
    { organisationId: 'org_3', slug: 'firma', name: 'Firma', shortName: null, role: 'sponsor', note: {} },
  ],
} as unknown as EditionDetail

describe('a series', () => {
  test('is described with its editions', () => {
    expect(written(describeSeries(series, site))).toMatchObject({
      '@type': 'EventSeries',
      name: 'Fachtag',
      url: 'https://fachtag.example/',
      description: 'Aus der Praxis',
      subEvent: [
        {
          '@type': 'Event',
          name: '17. Fachtag',
          url: 'https://fachtag.example/fachtag/2031',
          startDate: '2031-11-05',
          endDate: '2031-11-06',
          eventStatus: 'https://schema.org/EventScheduled',
          location: { name: 'Leipzig' },
        },
      ],
    })
  })

  test('that is not the home has an address of its own, and each language its own', () => {
    const other = describeSeries({ ...series, isHome: false }, english)
    expect(written(other)).toMatchObject({
      url: 'https://fachtag.example/en/fachtag',
      description: 'From practice',
      subEvent: [{ url: 'https://fachtag.example/en/fachtag/2031' }],
    })
  })

  test('without a claim has no description, and without editions no events', () => {
    const data = written(describeSeries({ ...series, claim: {}, editions: [] }, site))
    expect(data).not.toHaveProperty('description')
    expect(data).not.toHaveProperty('subEvent')
  })
})

describe('the days of an edition are told only when they are sure', () => {
  test.each<[string, Partial<EditionSummary>, string | undefined]>([
    ['a day that is fixed', {}, '2031-11-05'],
    ['a day that is probable', { date: { ...sure, certainty: 'probable' } }, undefined],
    ['a month', { date: { ...sure, precision: 'month' } }, undefined],
    ['the end of a month', { date: { ...sure, precision: 'end-of-month' } }, undefined],
    ['a year', { date: { ...sure, precision: 'year' } }, undefined],
    ['no date', { date: null }, undefined],
    ['what was only announced', { state: 'announced' }, undefined],
    ['what was held', { state: 'held' }, '2031-11-05'],
    ['what was called off', { state: 'cancelled' }, '2031-11-05'],
  ])('%s', (_, given, start) => {
    expect(written(describeEdition({ ...edition, ...given }, site))?.startDate).toBe(start)
    expect(
      written(describeSeries({ ...series, editions: [{ ...summary, ...given }] }, site)).subEvent?.[0]?.startDate,
    ).toBe(start)
  })

  test('one day ends on the day it begins', () => {
    expect(written(describeEdition({ ...edition, date: { ...sure, endsOn: null } }, site))).toMatchObject({
      startDate: '2031-11-05',
      endDate: '2031-11-05',
    })
  })
})

describe('an edition', () => {
  test('names its place and those who make it, not those who pay', () => {
    expect(written(describeEdition(edition, site))).toMatchObject({
      description: 'Zwei Tage.',
      location: {
        name: 'Kongresshalle',
        address: { streetAddress: 'Am Markt 1', postalCode: '04109', addressLocality: 'Leipzig', addressCountry: 'DE' },
      },
      organizer: [
        { name: 'Stadt Musterstadt', url: 'https://fachtag.example/organisationen/stadt' },
        { name: 'Verband', url: 'https://fachtag.example/organisationen/verband' },
      ],
    })
  })

  test('in a house without a name is in its town, and without a house where the list says', () => {
    const house = { ...edition.venue!, name: null }
    expect(written(describeEdition({ ...edition, venue: house }, site)).location.name).toBe('Leipzig')
    expect(written(describeEdition({ ...edition, venue: null }, site)).location).toEqual({
      '@type': 'Place',
      name: 'Leipzig',
      address: { '@type': 'PostalAddress', addressLocality: 'Leipzig' },
    })
    expect(written(describeEdition({ ...edition, venue: null, city: null }, site))).not.toHaveProperty('location')
  })

  test('that is called off says so', () => {
    expect(written(describeEdition({ ...edition, state: 'cancelled' }, site)).eventStatus).toBe(
      'https://schema.org/EventCancelled',
    )
  })
})

describe('a person', () => {
  const appearance = (state: PublicAppearance['state'], position: string | null): PublicAppearance =>
    ({ state, function: position, organisationName: position && `Stadt ${position}` }) as PublicAppearance
  const person = (appearances: PublicAppearance[]): PublicPerson => ({
    id: 'per_1',
    slug: 'erika-muster',
    name: 'Erika Muster',
    academicTitle: null,
    biography: {},
    website: null,
    appearances,
  })

  test.each([
    ['the newest', [appearance('planned', 'CIO'), appearance('planned', 'Leitung')], 'CIO'],
    [
      'the newest that took place',
      [appearance('cancelled', 'CIO'), appearance('replaced', 'CDO'), appearance('planned', 'Leitung')],
      'Leitung',
    ],
    ['none', [appearance('cancelled', 'CIO')], undefined],
    ['none', [], undefined],
    ['one without a function', [appearance('planned', null)], undefined],
  ])('has the function of %s of the appearances %#', (_, appearances, expected) => {
    const data = written(describePerson(person(appearances), english))
    expect(data).toMatchObject({
      '@type': 'Person',
      name: 'Erika Muster',
      url: 'https://fachtag.example/en/personen/erika-muster',
    })
    expect([data.jobTitle, data.worksFor?.name]).toEqual([expected, expected && `Stadt ${expected}`])
  })
})
