import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { createContext } from '../../app/context.ts'
import { systemActor } from '../../kernel/actor.ts'
import { saveOrganisations } from '../people/organisations/commands.ts'
import { organisationInput } from '../people/organisations/schema.ts'
import { saveEdition } from './commands.ts'
import { saveEditionFacts } from './facts/commands.ts'
import { saveRooms, saveTracks } from './places/commands.ts'
import { findEdition, listAllEditions, listEditions } from './queries.ts'
import { editionFactsInput, editionInput, roomInput, trackInput } from './schema.ts'
import { saveSeries } from './series/commands.ts'
import { findHomeSeries, findSeries, listSeries } from './series/queries.ts'
import { seriesInput } from './series/schema.ts'
import { saveSources } from './sources/commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const series = (slug: string, more: object = {}) =>
  saveSeries(ctx, seriesInput.parse({ slug, name: slug.toUpperCase(), ...more }))
const edition = (seriesId: string, given: object) =>
  saveEdition(ctx, seriesId, editionInput.parse({ name: 'Ausgabe', state: 'held', visibility: 'public', ...given }))

const tagung = await series('tagung', { isHome: true, claim: { de: 'Aus der Praxis' } })
const first = await edition(tagung, {
  slug: '2016',
  number: 2,
  date: { startsOn: '2016-11-21', precision: 'end-of-month' },
})
const second = await edition(tagung, {
  slug: '2017',
  number: 3,
  name: '3. Tagung',
  date: { startsOn: '2017-11-07' },
  venue: { city: 'Leipzig', land: '14' },
})
await edition(tagung, { slug: 'offen', state: 'planned' })
const draft = await edition(tagung, { slug: '2030', visibility: 'draft', date: { startsOn: '2030-01-01' } })
await series('leer')

test('a series lists its public editions, the newest first, those without a date last', async () => {
  expect((await listEditions(db, tagung)).map((one) => [one.slug, one.city])).toEqual([
    ['2017', 'Leipzig'],
    ['2016', null],
    ['offen', null],
  ])
  const found = await findSeries(db, 'tagung')
  expect(found).toMatchObject({ name: 'TAGUNG', isHome: true, claim: { de: 'Aus der Praxis' }, contacts: [] })
  expect(found!.editions.at(-1)?.date).toBeNull()
  expect(await findSeries(db, 'nichts')).toBeNull()
})

test('only series with something public are listed, and one is home', async () => {
  expect((await listSeries(db)).map((one) => one.slug)).toEqual(['tagung'])
  expect((await findHomeSeries(db))?.slug).toBe('tagung')
  await series('zweite', { isHome: true })
  expect((await findHomeSeries(db))?.slug).toBe('zweite')
  await series('tagung', { isHome: true, claim: { de: 'Aus der Praxis' } })
  expect((await listSeries(db)).map((one) => one.slug)).toEqual(['tagung'])
})

test('an edition tells its facts with their sources, and nothing of drafts', async () => {
  const organisations = await saveOrganisations(ctx, [
    organisationInput.parse({ slug: 'lecos', name: 'Lecos GmbH', kind: 'it-provider' }),
  ])
  const sources = await saveSources(ctx, tagung, [
    { key: 'bericht', title: 'Bericht', publisherId: organisations.get('lecos')! },
    { key: 'meldung', title: 'Meldung', url: 'https://example.org/', publishedOn: '2017-11-08' },
  ])
  const [bericht, meldung] = [sources.get('bericht')!, sources.get('meldung')!]
  const facts = editionFactsInput.parse({
    dateSourceId: bericht,
    organisers: [{ organisationId: organisations.get('lecos'), role: 'organiser' }],
    attendance: [
      { count: 200, qualifier: 'about', sourceId: meldung },
      { count: 180, qualifier: 'about', sourceId: bericht },
      { count: 60, qualifier: 'more-than', sessionKey: 'e-akte' },
    ],
    lands: [{ land: '14', isLargest: true, sourceId: bericht }],
    announcements: [{ startsOn: '2030-01-01', certainty: 'probable', editionId: draft, sourceId: bericht }],
  })
  await saveEditionFacts(ctx, { id: second, seriesId: tagung }, facts)
  await saveEditionFacts(
    ctx,
    { id: first, seriesId: tagung },
    editionFactsInput.parse({ announcements: [{ startsOn: '2017-11-07', certainty: 'fixed', editionId: second }] }),
  )
  await db.transaction().execute(async (tx) => {
    await saveTracks(tx, second, [
      trackInput.parse({ slug: 'b', name: 'B' }),
      trackInput.parse({ slug: 'a', name: 'A' }),
    ])
    await saveRooms(tx, second, [roomInput.parse({ slug: 'saal', name: 'Saal', capacity: 200 })])
  })

  const found = await findEdition(db, 'tagung', '2017')
  expect(found).toMatchObject({
    series: { slug: 'tagung', name: 'TAGUNG' },
    number: 3,
    date: { startsOn: '2017-11-07', endsOn: null, precision: 'day', certainty: 'fixed' },
    dateSource: { key: 'bericht', publisher: 'Lecos GmbH' },
    venue: { name: null, city: 'Leipzig', land: '14', country: 'DE' },
    organisers: [{ slug: 'lecos', name: 'Lecos GmbH', role: 'organiser' }],
    lands: [{ land: '14', isLargest: true, source: { key: 'bericht' } }],
    tracks: [{ slug: 'b' }, { slug: 'a' }],
    rooms: [{ slug: 'saal', capacity: 200 }],
    previous: { slug: '2016', name: 'Ausgabe' },
    next: null,
  })
  expect(found!.attendance.map((one) => [one.count, one.qualifier, one.sessionKey, one.source?.key])).toEqual([
    [180, 'about', null, 'bericht'],
    [200, 'about', null, 'meldung'],
    [60, 'more-than', 'e-akte', undefined],
  ])
  expect(found!.announcements.map((one) => [one.by.slug, one.about?.slug, one.startsOn, one.certainty])).toEqual([
    ['2016', '2017', '2017-11-07', 'fixed'],
    ['2017', undefined, '2030-01-01', 'probable'],
  ])
})

test('saving again changes in place', async () => {
  const again = await edition(tagung, { slug: '2017', number: 3, name: '3. Tagung', venue: { city: 'Halle' } })
  expect(again).toBe(second)
  expect(await findEdition(db, 'tagung', '2017')).toMatchObject({ venue: { city: 'Halle', land: null }, date: null })
  expect(await db.selectFrom('venues').select('id').execute()).toHaveLength(1)
})

test('a draft is found by nobody', async () => {
  expect(await findEdition(db, 'tagung', '2030')).toBeNull()
  expect(await findEdition(db, 'leer', '2017')).toBeNull()
  expect((await listAllEditions(db)).map((one) => [one.seriesSlug, one.slug])).not.toContainEqual(['tagung', '2030'])
})
