import { expect, test } from 'vitest'
import { countQueries } from '../../../test/count-queries.ts'
import { testDatabase } from '../../../test/database.ts'
import { createContext } from '../../app/context.ts'
import { publicActor, systemActor } from '../../kernel/actor.ts'
import { readPublicationStamp } from '../../platform/database/publication.ts'
import { saveEdition } from './commands.ts'
import { saveContacts } from './contacts/commands.ts'
import { saveEditionFacts } from './facts/commands.ts'
import { saveNewsCategories } from './news/commands.ts'
import { saveRooms, saveTracks } from './places/commands.ts'
import { findEdition, listRooms, listTracks } from './queries.ts'
import { editionFactsInput, editionInput, roomInput, trackInput } from './schema.ts'
import { saveSeries } from './series/commands.ts'
import { findSeries } from './series/queries.ts'
import { seriesInput } from './series/schema.ts'
import { saveSources } from './sources/commands.ts'
import { mapSources } from './sources/queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const visitor = createContext(db, publicActor)
const seriesId = await saveSeries(ctx, seriesInput.parse({ slug: 'tagung', name: 'Tagung' }))
const input = (given: object = {}) =>
  editionInput.parse({ slug: '2024', name: '2024', state: 'held', visibility: 'public', ...given })
const facts = (given: object = {}) => editionFactsInput.parse(given)
const id = await saveEdition(ctx, seriesId, input())

test('every change is heard by the caches, and facts replace those from before', async () => {
  const before = await readPublicationStamp(db)
  await saveEditionFacts(ctx, { id, seriesId }, facts({ lands: [{ land: '12' }, { land: '14' }] }))
  await saveEditionFacts(ctx, { id, seriesId }, facts({ lands: [{ land: '16' }] }))
  expect(await readPublicationStamp(db)).toBe(before + 2)
  const edition = await findEdition(db, 'tagung', '2024')
  expect(edition?.lands.map((one) => one.land)).toEqual(['16'])
})

test('the same slug in two series is two editions', async () => {
  const other = await saveSeries(ctx, seriesInput.parse({ slug: 'andere', name: 'Andere' }))
  const twin = await saveEdition(ctx, other, input({ name: 'Zwilling' }))
  expect(twin).not.toBe(id)
  expect((await findEdition(db, 'tagung', '2024'))?.name).toBe('2024')
  expect((await findEdition(db, 'andere', '2024'))?.name).toBe('Zwilling')
})

test('a venue that is no longer known is forgotten by the edition', async () => {
  await saveEdition(ctx, seriesId, input({ venue: { city: 'Leipzig', name: 'Haus' } }))
  expect((await findEdition(db, 'tagung', '2024'))?.venue).toMatchObject({ city: 'Leipzig', name: 'Haus' })
  await saveEdition(ctx, seriesId, input())
  expect((await findEdition(db, 'tagung', '2024'))?.venue).toBeNull()
})

test('tracks and rooms keep their id, take their order, and stay when they are not named', async () => {
  const tracks = (...slugs: string[]) =>
    db.transaction().execute((tx) =>
      saveTracks(
        tx,
        id,
        slugs.map((slug) => trackInput.parse({ slug, name: slug })),
      ),
    )
  const first = await tracks('a', 'b')
  const again = await tracks('b', 'a')
  expect([again.get('a'), again.get('b')]).toEqual([first.get('a'), first.get('b')])
  expect((await listTracks(db, id)).map((one) => one.slug)).toEqual(['b', 'a'])
  await db.transaction().execute((tx) => saveRooms(tx, id, [roomInput.parse({ slug: 'saal', name: 'Saal' })]))
  await db.transaction().execute((tx) => saveRooms(tx, id, []))
  expect(await listRooms(db, id)).toMatchObject([{ slug: 'saal', capacity: null, description: null }])
})

test('sources are changed by key and kept when they are not named', async () => {
  const first = await saveSources(ctx, seriesId, [{ key: 'bericht', title: 'Bericht' }])
  await saveSources(ctx, seriesId, [{ key: 'meldung', title: 'Meldung' }])
  await saveSources(ctx, seriesId, [{ key: 'bericht', title: 'Bericht über alles' }])
  const stored = [...(await mapSources(db, seriesId)).values()]
  expect(stored.map((one) => [one.key, one.title]).sort()).toEqual([
    ['bericht', 'Bericht über alles'],
    ['meldung', 'Meldung'],
  ])
  expect(stored.map((one) => one.id)).toContain(first.get('bericht'))
})

test('pages of an edition and of a series cost the same for one fact and for many', async () => {
  const queries = (work: (counted: typeof db) => Promise<unknown>) => countQueries(db, work)
  const [edition, series] = [
    await queries((counted) => findEdition(counted, 'tagung', '2024')),
    await queries((counted) => findSeries(counted, 'tagung')),
  ]
  await saveEdition(ctx, seriesId, input({ slug: '2025' }))
  await saveEdition(ctx, seriesId, input({ slug: '2026' }))
  const attendance = [1, 2, 3].map((count) => ({ count, qualifier: 'about' }))
  await saveEditionFacts(ctx, { id, seriesId }, facts({ attendance, lands: [{ land: '01' }, { land: '02' }] }))
  expect(await queries((counted) => findEdition(counted, 'tagung', '2024'))).toBe(edition)
  expect(await queries((counted) => findSeries(counted, 'tagung'))).toBe(series)
})

test.each([
  ['a series', () => saveSeries(visitor, seriesInput.parse({ slug: 'x', name: 'X' }))],
  ['an edition', () => saveEdition(visitor, seriesId, input())],
  ['facts', () => saveEditionFacts(visitor, { id, seriesId }, facts())],
  ['sources', () => saveSources(visitor, seriesId, [])],
  ['contacts', () => saveContacts(visitor, seriesId, [])],
  ['categories', () => saveNewsCategories(visitor, seriesId, [])],
])('a visitor may not write %s', async (_, write) => {
  await expect(write()).rejects.toThrow('access.denied')
})
