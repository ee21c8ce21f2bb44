import { describe, expect, test } from 'vitest'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { withoutLocks } from '../../../../../test/without-locks.ts'
import { addWorkplaces, hear, whoMay } from '../../../../../test/workplaces.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { addSource } from '../../sources/record/commands.ts'
import { saveNewsCategories } from '../commands.ts'
import { findNews } from '../queries.ts'
import { addNews, changeNews, removeNews, setNewsVisibility } from './commands.ts'
import { findManagedNews, listNewsDrafts } from './queries.ts'
import { newsForm } from './schema.ts'

const { db } = await testDatabase()
const places = await addWorkplaces(db)
const { own, sister, foreign } = places
const series = { seriesId: own.seriesId }
const system = createContext(db, systemActor)
await saveNewsCategories(system, own.seriesId, [{ slug: 'termine', name: { de: 'Termine' } }])
await saveNewsCategories(system, foreign.seriesId, [{ slug: 'fremdes', name: { de: 'Fremdes' } }])
const source = await addSource(system, own, { title: 'Meldung' })
const theirs = await addSource(system, foreign, { title: 'Fremde Meldung' })

const form = (title: string, more: object = {}) => newsForm.parse({ title: { de: title }, ...more })
async function add(title: string, scope: Parameters<typeof addNews>[1] = series, more: object = {}): Promise<string> {
  const added = await addNews(system, scope, form(title, more))
  if (added.kind !== 'saved') throw new Error(added.kind)
  return added.id
}
const read = (id: string, scope: Parameters<typeof addNews>[1] = series) => findManagedNews(db, scope, id)
const siteChanged = { touched: 1, jobs: [['library.index-site', {}]] }
const nobody = { touched: 0, jobs: [] }
const full = {
  slug: 'das-programm',
  category: 'termine',
  editionId: own.editionId,
  sourceId: source,
  title: { de: 'Das Programm', en: 'The programme' },
  summary: { de: 'Vierzig Vorträge' },
  body: { de: 'Es **steht**.' },
  publishedOn: '2031-09-01',
  datePrecision: 'month',
}

describe('a news entry', () => {
  test('is read as it was written; the public sees nothing of it, and nobody is told', async () => {
    const { answer, ...told } = await hear(db, systemActor, (ctx) => addNews(ctx, series, newsForm.parse(full)))
    expect(told).toEqual(nobody)
    const { id } = answer as { id: string }
    expect(await read(id)).toEqual({ id, revision: 1, visibility: 'draft', form: full })
    expect(await findNews(db, 'reihe-2031', 'das-programm')).toBeNull()
  })

  test.each([
    ['Über uns', {}, 'ueber-uns'],
    ['Über uns', {}, 'ueber-uns-2'],
    ['…', {}, 'meldung'],
    ['Irgendwas', { slug: 'kurz' }, 'kurz'],
  ])('called %s with %j has its address', async (title, more, slug) => {
    expect(await read(await add(title, series, more))).toMatchObject({ form: { slug } })
  })

  test('is not put at the address of another one', async () => {
    await add('Belegt', series, { slug: 'belegt' })
    const id = await add('Frei', series, { slug: 'frei' })
    expect(await addNews(system, series, form('Neu', { slug: 'belegt' }))).toEqual({ kind: 'taken' })
    expect(await changeNews(system, series, id, form('Frei', { slug: 'belegt' }))).toEqual({ kind: 'taken' })
    expect(await changeNews(system, series, id, form('Frei!', { slug: 'frei' }))).toEqual({ kind: 'saved', id })
    expect(await add('Anderswo', { seriesId: foreign.seriesId }, { slug: 'belegt' })).toBeTruthy()
  })

  test('takes new values and forgets the old ones; that it is public stays', async () => {
    const id = await add('Alt', series, { ...full, slug: 'alt' })
    await setNewsVisibility(system, series, id, 'public')
    const { revision } = (await read(id))!
    const given = form('Neu', { slug: 'alt' })
    const { answer, ...told } = await hear(db, systemActor, (ctx) => changeNews(ctx, series, id, given, revision))
    expect([answer, told]).toEqual([{ kind: 'saved', id }, siteChanged])
    expect(await read(id)).toMatchObject({ visibility: 'public', form: given })
    expect(await findNews(db, 'reihe-2031', 'alt')).toMatchObject({
      title: { de: 'Neu' },
      category: null,
      source: null,
      publishedOn: null,
      updatedAt: '2031-10-01T10:00:00.000Z',
    })
  })

  test('that somebody else has saved meanwhile stays as it is', async () => {
    const id = await add('Streit')
    await changeNews(system, series, id, form('Von ihr', { slug: 'streit' }), 1)
    const late = await hear(db, systemActor, (ctx) => changeNews(ctx, series, id, form('Von ihm'), 1))
    expect(late).toEqual({ answer: { kind: 'conflict' }, ...nobody })
    expect(await removeNews(system, series, id, 1)).toEqual({ kind: 'conflict' })
    expect(await read(id)).toMatchObject({ form: { title: { de: 'Von ihr' } } })
  })

  test('is deleted', async () => {
    const id = await add('Weg')
    const { answer, ...told } = await hear(db, systemActor, (ctx) => removeNews(ctx, series, id, 1))
    expect([answer, told]).toEqual([{ kind: 'removed' }, siteChanged])
    expect(await read(id)).toBeNull()
  })
})

describe('two entries that are added at once', () => {
  const addTwo = async (through: Db, title: string, more: object = {}) => {
    const ctx = createContext(through, systemActor)
    const outcomes = await Promise.allSettled([1, 2].map(() => addNews(ctx, series, form(title, more))))
    return outcomes.map((one) => (one.status === 'fulfilled' ? one.value.kind : 'failed')).toSorted()
  }

  test.each([
    ['with one title get two addresses', {}, ['saved', 'saved']],
    ['for one address: the second is told', { slug: 'wunsch' }, ['saved', 'taken']],
  ])('%s', async (_, more, outcomes) => expect(await addTwo(db, 'Zugleich', more)).toEqual(outcomes))

  test('without the lock one of them would be lost', async () => {
    expect(await addTwo(withoutLocks(db, 2), 'Ohne Schloss')).toEqual(['failed', 'saved'])
  })
})

describe('publishing', () => {
  test.each([
    ['without a day is of today', {}, '2031-10-01'],
    ['with a day keeps it', { publishedOn: '2031-09-15' }, '2031-09-15'],
  ])('an entry %s; taking it back hides it', async (what, more, publishedOn) => {
    const slug = what.replaceAll(' ', '-')
    const id = await add('Neu', series, { slug, ...more })
    const shown = await hear(db, systemActor, (ctx) => setNewsVisibility(ctx, series, id, 'public'))
    expect(shown).toEqual({ answer: undefined, ...siteChanged })
    expect(await findNews(db, 'reihe-2031', slug)).toMatchObject({ publishedOn })
    await setNewsVisibility(system, series, id, 'draft')
    expect(await findNews(db, 'reihe-2031', slug)).toBeNull()
    expect(await read(id)).toMatchObject({ visibility: 'draft', form: { publishedOn } })
  })
})

describe('an entry of an edition', () => {
  test('belongs to it whatever the form says', async () => {
    const id = await add('Von hier', own, { editionId: sister.editionId })
    expect(await read(id, own)).toMatchObject({ form: { editionId: own.editionId } })
    expect(await read(id)).not.toBeNull()
  })

  test.each([
    ['another edition', sister],
    ['another series', foreign],
    ['the other series as a whole', { seriesId: foreign.seriesId }],
  ])('is out of the reach of %s', async (_, from) => {
    const id = await add('Verborgen', own)
    expect(await read(id, from)).toBeNull()
    await expect(changeNews(system, from, id, form('Mein'))).rejects.toThrow('news.not_found')
    await expect(setNewsVisibility(system, from, id, 'public')).rejects.toThrow('news.not_found')
    await expect(removeNews(system, from, id)).rejects.toThrow('news.not_found')
    expect(await read(id)).toMatchObject({ visibility: 'draft', form: { title: { de: 'Verborgen' } } })
  })
})

test.each([
  ['an edition', { editionId: foreign.editionId }, 'edition.not_found'],
  ['a source', { sourceId: theirs }, 'source.not_found'],
  ['a category', { category: 'fremdes' }, 'news_category.not_found'],
])('%s of another series is not named', async (_, more, code) => {
  const id = await add('Bleibt')
  await expect(addNews(system, series, form('Neu', more))).rejects.toThrow(code)
  await expect(changeNews(system, series, id, form('Neu', more))).rejects.toThrow(code)
  expect(await read(id)).toMatchObject({ revision: 1 })
})

describe('who writes news', () => {
  const organisers = ['system', 'operator', 'series-organiser']
  const attempts: [string, Parameters<typeof addNews>[1], string[]][] = [
    ['of a series', series, organisers],
    ['of an edition', own, [...organisers, 'editor']],
  ]
  test.each(attempts)('%s', async (_, scope, may) => {
    expect(await whoMay(db, places, (ctx) => changeNews(ctx, scope, 'none', form('X')))).toEqual(may)
    expect(await whoMay(db, places, (ctx) => setNewsVisibility(ctx, scope, 'none', 'public'))).toEqual(may)
    expect(await whoMay(db, places, (ctx) => removeNews(ctx, scope, 'none'))).toEqual(may)
    expect(await whoMay(db, places, (ctx) => addNews(ctx, scope, form('Von allen')))).toEqual(may)
  })
})

test('the list of a series has everything, that of an edition its own; one query each', async () => {
  const few = await countQueries(db, (counted) => listNewsDrafts(counted, foreign))
  const [old, recent] = [
    await add('Älter', foreign, { publishedOn: '2030-01-01' }),
    await add('Neuer', foreign, { publishedOn: '2031-01-01' }),
  ]
  const undated = await add('Ohne Tag', { seriesId: foreign.seriesId })
  const english = await addNews(system, foreign, newsForm.parse({ title: { en: 'Only English' } }))
  const list = await listNewsDrafts(db, { seriesId: foreign.seriesId })
  expect(list.map(({ id }) => id).slice(-2)).toEqual([recent, old])
  expect(list.find(({ id }) => id === undated)).toMatchObject({ edition: null, visibility: 'draft' })
  expect(list.find(({ id }) => id === (english as { id: string }).id)?.title).toBe('Only English')
  expect((await listNewsDrafts(db, foreign)).map(({ edition }) => edition)).toEqual(Array(3).fill('Tagung fremd'))
  expect(await countQueries(db, (counted) => listNewsDrafts(counted, foreign))).toBe(few)
})
