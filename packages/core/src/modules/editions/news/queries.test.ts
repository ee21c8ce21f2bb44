import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { saveEdition } from '../commands.ts'
import { editionInput } from '../schema.ts'
import { saveSeries } from '../series/commands.ts'
import { seriesInput } from '../series/schema.ts'
import { saveSources } from '../sources/commands.ts'
import { saveNews, saveNewsCategories } from './commands.ts'
import { findNews, listNews, listNewsCategories } from './queries.ts'
import { newsInput } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const series = await saveSeries(ctx, seriesInput.parse({ slug: 'tagung', name: 'Tagung' }))
const edition = await saveEdition(
  ctx,
  series,
  editionInput.parse({
    slug: '2017',
    name: '2017',
    state: 'held',
    visibility: 'public',
    date: { startsOn: '2017-11-07' },
  }),
)
const sources = await saveSources(ctx, series, [{ key: 'meldung', title: 'Meldung' }])
const entry = (slug: string, more: object = {}) =>
  newsInput.parse({ slug, title: { de: slug }, visibility: 'public', ...more })

await saveNewsCategories(ctx, series, [
  { slug: 'termine', name: { de: 'Termine' } },
  { slug: 'leer', name: { de: 'Leer' } },
])
await saveNews(ctx, series, [
  entry('undatiert'),
  entry('zur-ausgabe', { editionId: edition, category: 'termine', sourceId: sources.get('meldung') }),
  entry('neu', { publishedOn: '2018-01-05' }),
  entry('alt', { publishedOn: '2016-01-05', category: 'termine' }),
  entry('entwurf', { visibility: 'draft', publishedOn: '2019-01-01' }),
])
const slugs = async (wanted?: Parameters<typeof listNews>[2]) =>
  (await listNews(db, 'tagung', wanted)).entries.map((one) => one.slug)

test('the newest first; without a date at the time of its edition, or last', async () => {
  expect(await slugs()).toEqual(['neu', 'zur-ausgabe', 'alt', 'undatiert'])
  expect(await slugs({ category: 'termine' })).toEqual(['zur-ausgabe', 'alt'])
  expect(await slugs({ edition: '2017' })).toEqual(['zur-ausgabe'])
})

test('pages of the list know how many there are, also behind the last', async () => {
  expect(await listNews(db, 'tagung', { limit: 2, offset: 1 })).toMatchObject({
    total: 4,
    entries: [{ slug: 'zur-ausgabe' }, { slug: 'alt' }],
  })
  expect(await listNews(db, 'tagung', { offset: 10 })).toEqual({ total: 4, entries: [] })
})

test('only categories in public use are offered', async () => {
  expect(await listNewsCategories(db, 'tagung')).toEqual([{ slug: 'termine', name: { de: 'Termine' } }])
})

test('an entry with everything that belongs to it', async () => {
  expect(await findNews(db, 'tagung', 'zur-ausgabe')).toMatchObject({
    title: { de: 'zur-ausgabe' },
    category: { slug: 'termine' },
    edition: { slug: '2017' },
    source: { key: 'meldung' },
    publishedOn: null,
  })
  expect(await findNews(db, 'tagung', 'entwurf')).toBeNull()
  expect(await findNews(db, 'andere', 'neu')).toBeNull()
})

test('saving again changes in place, and visitors may not', async () => {
  const [id] = await saveNews(ctx, series, [entry('neu', { title: { de: 'Neuer' }, publishedOn: '2018-01-05' })])
  expect(await findNews(db, 'tagung', 'neu')).toMatchObject({ id, title: { de: 'Neuer' } })
  await expect(saveNews(createContext(db, publicActor), series, [])).rejects.toThrow('access.denied')
})
