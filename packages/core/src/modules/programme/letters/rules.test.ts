import { expect, test } from 'vitest'
import type { EditionDate } from '../../editions/types.ts'
import { dateText, languageFor, letterValues } from './rules.ts'

const date = (more: Partial<EditionDate>): EditionDate => ({
  startsOn: '2031-11-05',
  endsOn: null,
  precision: 'day',
  certainty: 'fixed',
  ...more,
})

test.each<[EditionDate | null, string, string]>([
  [null, 'Der Termin steht noch nicht fest.', 'The date is not settled yet.'],
  [date({}), 'Mittwoch, 5. November 2031', 'Wednesday 5 November 2031'],
  [date({ endsOn: '2031-11-05' }), 'Mittwoch, 5. November 2031', 'Wednesday 5 November 2031'],
  [
    date({ endsOn: '2031-11-06' }),
    'Mittwoch, 5. November 2031 – Donnerstag, 6. November 2031',
    'Wednesday 5 November 2031 – Thursday 6 November 2031',
  ],
  [date({ precision: 'month' }), 'November 2031', 'November 2031'],
  [date({ precision: 'end-of-month' }), 'Ende November 2031', 'end of November 2031'],
  [date({ precision: 'year' }), '2031', '2031'],
  [date({ certainty: 'probable' }), 'voraussichtlich Mittwoch, 5. November 2031', 'probably Wednesday 5 November 2031'],
])('%j', (known, de, en) => {
  expect(dateText(known, 'de')).toBe(de)
  expect(dateText(known, 'en').replace('Wednesday,', 'Wednesday').replace('Thursday,', 'Thursday')).toBe(en)
})

test.each([
  ['DE', 'de'],
  ['AT', 'de'],
  ['FR', 'en'],
  [null, 'de'],
])('people from %s get it in %s', (country, locale) => expect(languageFor(country)).toBe(locale))

test.each([
  [true, 'de', 'https://fachtag.example/reihe/2031'],
  [true, 'en', 'https://fachtag.example/en/reihe/2031'],
  [false, 'de', 'https://fachtag.example/reihe'],
] as const)('the page of an edition that is public (%s) is %s %s', (isPublic, locale, page) => {
  const edition = { name: 'Tagung', slug: '2031', date: null, isPublic }
  const place = { edition, seriesName: 'Reihe', seriesSlug: 'reihe', editions: [] }
  expect(letterValues(place, 'Ida', 'https://fachtag.example', locale)).toMatchObject({
    name: 'Ida',
    series: 'Reihe',
    page,
  })
})
