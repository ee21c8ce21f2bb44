import { expect, test } from 'vitest'
import { contactInput } from './contacts/schema.ts'
import { newsInput } from './news/schema.ts'
import { pageInput } from './pages/schema.ts'
import { editionFactsInput, editionInput, roomInput, trackInput } from './schema.ts'
import { topicInput } from './topics/schema.ts'

const edition = { slug: '2024', name: 'Ausgabe', state: 'planned' }
const bad = [
  [editionInput, { ...edition, slug: '20 24' }, ['slug']],
  [editionInput, { ...edition, number: 0 }, ['number']],
  [editionInput, { ...edition, timeZone: 'Europe/Leipzig' }, ['timeZone']],
  [editionInput, { ...edition, accent: 'beige' }, ['accent']],
  [editionInput, { ...edition, date: { startsOn: '2024-02-30' } }, ['date', 'startsOn']],
  [editionInput, { ...edition, date: { startsOn: '2024-02-02', endsOn: '2024-02-01' } }, ['date', 'endsOn']],
  [editionInput, { ...edition, venue: { city: 'Leipzig', ars: '147' } }, ['venue', 'ars']],
  [editionFactsInput, { lands: [{ land: '17' }] }, ['lands', 0, 'land']],
  [editionFactsInput, { attendance: [{ count: -1, qualifier: 'about' }] }, ['attendance', 0, 'count']],
  [trackInput, { slug: 'a', name: 'A', colour: 'red' }, ['colour']],
  [roomInput, { slug: 'a', name: '' }, ['name']],
  [contactInput, { personId: 'per_1', phone: '0341 2538' }, ['phone']],
  [newsInput, { slug: 'a', title: {} }, ['title']],
  [pageInput, { slug: 'a', title: { fr: 'x' } }, ['title']],
  [topicInput, { slug: 'a', name: { de: 'A' }, synonyms: [''] }, ['synonyms', 0]],
] as const

test.each(bad)('refuses %#', (schema, input, path) => {
  expect(schema.safeParse(input).error?.issues[0]?.path).toEqual(path)
})

test('fills in what goes without saying', () => {
  expect(editionInput.parse(edition)).toMatchObject({ timeZone: 'Europe/Berlin', visibility: 'draft', accent: 'blue' })
  expect(editionInput.parse({ ...edition, date: { startsOn: '2024-11-27' } }).date).toEqual({
    startsOn: '2024-11-27',
    precision: 'day',
    certainty: 'fixed',
  })
})
