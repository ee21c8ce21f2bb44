import { seriesProfileInput } from '@fachtag/core/modules/editions/series/profile/schema'
import type { SeriesDetail } from '@fachtag/core/modules/editions/series/types'
import { expect, test } from 'vitest'
import { seriesValues, toSeriesProfile } from './series-form.ts'

const series: SeriesDetail = {
  id: 'srs_1',
  slug: 'it-fachtag',
  name: 'IT-Fachtag',
  shortName: null,
  claim: { de: 'Aus der Praxis' },
  description: { de: 'Ein Absatz.\n\nNoch einer.', en: 'A paragraph.' },
  language: 'de',
  isHome: true,
  editions: [],
  contacts: [
    {
      id: 'con_1',
      personId: 'per_1',
      personSlug: 'erika-muster',
      name: 'Erika Muster',
      academicTitle: 'Dr.',
      givenName: 'Erika',
      familyName: 'Muster',
      function: 'Leitung',
      organisationSlug: null,
      organisationName: null,
      email: null,
      phone: '+49 341 123456',
      edition: null,
      source: null,
    },
  ],
}

test('what is shown and sent back unchanged says the same', () => {
  expect(seriesProfileInput.parse(toSeriesProfile(seriesValues(series, true), 'it-fachtag'))).toEqual({
    slug: 'it-fachtag',
    name: 'IT-Fachtag',
    claim: series.claim,
    description: series.description,
    language: 'de',
    isHome: true,
    contact: { name: 'Dr. Erika Muster', function: 'Leitung', phone: '+49 341 123456' },
  })
})

test('an empty form asks for the first series on the front page, without a contact', () => {
  const values = seriesValues(null, false)
  expect(values.isHome).toBe('on')
  expect(seriesValues(null, true).isHome).toBe('')
  expect(toSeriesProfile(values, undefined)).toMatchObject({ slug: '', name: '', isHome: true })
  expect(toSeriesProfile(values, undefined)).not.toHaveProperty('contact')
})

test('the address of a series that exists cannot be changed by what is sent', () => {
  expect(toSeriesProfile({ slug: 'anders' }, 'it-fachtag')).toMatchObject({ slug: 'it-fachtag', isHome: false })
})
