import { expect, test } from 'vitest'
import { foldOrganisationName } from './rules.ts'

test.each([
  ['Lecos GmbH', 'LECOS'],
  ['Paulis Momente hilft e. V.', 'Paulis Momente hilft'],
  ['Städte- und Gemeindetag', 'Staedte und Gemeindetag'],
  ['Universität Köln', 'universitaet  koeln'],
  ['govdigital eG', 'govdigital'],
  ['Café Ltd.', 'Cafe'],
])('%s and %s are one organisation', (a, b) => expect(foldOrganisationName(a)).toBe(foldOrganisationName(b)))

test.each([
  ['Stadt Halle', 'Stadt Halle (Saale)'],
  ['Landkreis Rostock', 'Stadt Rostock'],
  ['東京都', '大阪府'],
  ['AG', 'KG'],
])('%s and %s are two', (a, b) => expect(foldOrganisationName(a)).not.toBe(foldOrganisationName(b)))

test('nothing folds to nothing', () => {
  expect(['GmbH', '東京都', 'e.V.'].map(foldOrganisationName)).toEqual(['gmbh', '東京都', 'e v'])
})
