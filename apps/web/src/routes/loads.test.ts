import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../packages/core/test/database.ts'
import { addSmallSeries } from '../../test/small-series.ts'
import { answer, visit } from '../../test/visit.ts'
import { load as layout } from './+layout.server.ts'
import { load as front } from './+page.server.ts'
import { load as legal } from './[page=legal]/+page.server.ts'
import { load as series } from './[series]/+page.server.ts'
import { load as edition } from './[series]/[edition]/+page.server.ts'
import { load as selection } from './[series]/[edition]/merkliste/+page.server.ts'
import { load as programme } from './[series]/[edition]/programm/[[day=day]]/+page.server.ts'
import { load as session } from './[series]/[edition]/programm/beitrag/[session]/+page.server.ts'
import { load as recap } from './[series]/[edition]/rueckblick/+page.server.ts'
import { load as news } from './[series]/aktuelles/+page.server.ts'
import { load as newsEntry } from './[series]/aktuelles/[entry]/+page.server.ts'
import { load as archive } from './archiv/+page.server.ts'
import { load as organisation } from './organisationen/[organisation]/+page.server.ts'
import { load as persons } from './personen/+page.server.ts'
import { load as person } from './personen/[person]/+page.server.ts'
import { load as searchPage } from './suche/+page.server.ts'
import { GET as suggestions } from './suche/vorschlaege/+server.ts'
import { load as topics } from './themen/+page.server.ts'
import { load as topic } from './themen/[topic]/+page.server.ts'

const { db } = await testDatabase()
await addSmallSeries(db)
const here = { series: 'fachtag', edition: '2031' }

type Load = (event: never) => unknown
const loaded = async (load: unknown, params: Record<string, string> = {}, path = '/x', at?: string) =>
  answer((load as Load)(visit({ db, ...(at ? { at } : {}) }, path, params) as never))

describe('what is not there is no page', () => {
  test.each<[string, unknown, Record<string, string>]>([
    ['a series', series, { series: 'x' }],
    ['an edition', edition, { series: 'fachtag', edition: '1999' }],
    ['an edition that is not public', edition, { series: 'fachtag', edition: '2032' }],
    ['an edition of another series', edition, { series: 'x', edition: '2031' }],
    ['the programme of an edition that is not public', programme, { series: 'fachtag', edition: '2032' }],
    ['a day of another time', programme, { ...here, day: '2031-11-06' }],
    ['a session', session, { ...here, session: 'x' }],
    ['a session of an edition without a programme', session, { series: 'fachtag', edition: '2030', session: 'e-akte' }],
    ['a recap that nobody wrote', recap, here],
    ['the selection of no edition', selection, { series: 'fachtag', edition: '1999' }],
    ['the news of no series', news, { series: 'x' }],
    ['a piece of news', newsEntry, { series: 'fachtag', entry: 'x' }],
    ['an organisation', organisation, { organisation: 'x' }],
    ['a person', person, { person: 'x' }],
    ['a person whom no programme names', person, { person: 'bo-berg' }],
    ['a topic', topic, { topic: 'x' }],
  ])('%s', async (_, load, params) => {
    await expect(loaded(load, params)).rejects.toMatchObject({ status: 404 })
  })
})

describe('the frame', () => {
  test('is that of the only series, and leads to the programme of now', async () => {
    const { locale, frame } = await loaded(layout)
    expect([locale, frame.series.slug, frame.others, frame.programme]).toEqual([
      'de',
      'fachtag',
      [],
      '/fachtag/2031/programm',
    ])
  })

  test('the front page shows the only series as if it were the home', async () => {
    const { home, all } = await loaded(front)
    expect([home.series.slug, all.length]).toEqual(['fachtag', 1])
    expect(home.news.map((entry: { slug: string }) => entry.slug)).toEqual(['meldung-2', 'meldung-1'])
    expect(home.next).toMatchObject((await loaded(series, { series: 'fachtag' })).home.next)
  })
})

describe('an edition', () => {
  test('comes with its programme', async () => {
    const data = await loaded(edition, here)
    expect([data.edition.slug, data.overview.sessionCount, data.hasRecap, data.recap]).toEqual(['2031', 3, false, null])
    expect(data.today).toBe('2031-11-01')
  })

  test('that has none yet comes without', async () => {
    const old = { series: 'fachtag', edition: '2030' }
    expect((await loaded(edition, old)).overview).toBeNull()
    expect((await loaded(programme, old)).programme).toBeNull()
  })
})

describe('the programme', () => {
  const titles = async (params: object, path = '/x', at?: string) => {
    const data = await loaded(programme, { ...here, ...params }, path, at)
    return data.programme.sessions.value.map((one: { title: string }) => one.title).sort()
  }

  test('shows the first day, and what has no day apart', async () => {
    expect(await titles({})).toEqual(['Cloud', 'E-Akte im Landkreis'])
    expect(await titles({ day: 'ohne-tag' })).toEqual(['Ohne Tag'])
  })

  test('is narrowed by the query', async () => {
    expect(await titles({}, '/x?reihe=verwaltung')).toEqual(['E-Akte im Landkreis'])
    expect(await titles({}, '/x?reihe=gibt-es-nicht')).toEqual([])
    expect(await titles({}, '/x?jetzt', '2031-11-05T09:20:00Z')).toEqual(['Cloud', 'E-Akte im Landkreis'])
    expect(await titles({}, '/x?jetzt', '2031-11-05T10:00:00Z')).toEqual(['Cloud'])
    expect(await titles({}, '/x?jetzt', '2031-11-06T10:00:00Z')).toEqual([])
  })

  test('the page of a session knows what comes before and after', async () => {
    const { published, topics: ofSession, materials } = await loaded(session, { ...here, session: 'e-akte' })
    expect([published.session.title, published.previous, ofSession, materials]).toEqual([
      'E-Akte im Landkreis',
      null,
      [],
      [],
    ])
    expect((await loaded(session, { ...here, session: 'ohne-tag' })).published.session.startsAt).toBeNull()
  })

  test('a selection has what is there, in time', async () => {
    const { slugs, sessions } = await loaded(selection, here, '/x?s=cloud,weg,e-akte')
    expect(slugs).toEqual(['cloud', 'weg', 'e-akte'])
    expect(sessions.map((one: { slug: string }) => one.slug)).toEqual(['e-akte', 'cloud'])
    expect((await loaded(selection, here)).sessions).toEqual([])
  })
})

describe('news', () => {
  test('are paged and narrowed by their category', async () => {
    const slugs = async (path: string) =>
      (await loaded(news, { series: 'fachtag' }, path)).news.map((entry: { slug: string }) => entry.slug)
    expect(await slugs('/x')).toEqual(['meldung-2', 'meldung-1'])
    expect(await slugs('/x?rubrik=programm')).toEqual(['meldung-1'])
    expect(await slugs('/x?rubrik=x')).toEqual([])
    expect(await slugs('/x?seite=2')).toEqual([])
  })

  test('each has a page', async () => {
    const { entry } = await loaded(newsEntry, { series: 'fachtag', entry: 'meldung-1' })
    expect(entry.title).toEqual({ de: 'Das Programm steht' })
  })
})

describe('lists', () => {
  test('of persons start where the letter says', async () => {
    const names = async (path: string) => {
      const { list, letter, pages } = await loaded(persons, {}, path)
      return [list.persons.map((one: { name: string }) => one.name), letter, pages]
    }
    expect(await names('/personen')).toEqual([['Ida Öhm'], undefined, 1])
    expect(await names('/personen?buchstabe=oo')).toEqual([['Ida Öhm'], 'O', 1])
    expect(await names('/personen?buchstabe=B')).toEqual([[], 'B', 0])
    expect(await names('/personen?seite=2')).toEqual([[], undefined, 1])
  })

  test('the page of a person has all appearances', async () => {
    const { person: ida } = await loaded(person, { person: 'ida-oehm' })
    expect(ida.appearances.map((one: { session: { slug: string } }) => one.session.slug).sort()).toEqual([
      'cloud',
      'e-akte',
    ])
  })

  test('of topics count their sessions', async () => {
    const all = (await loaded(topics)).topics as { slug: string; count: number }[]
    expect(all.map(({ slug, count }) => [slug, count])).toEqual([['e-akte', 0]])
    expect((await loaded(topic, { topic: 'e-akte' })).sessions).toEqual([])
  })

  test('the archive has every public edition', async () => {
    const { editions } = await loaded(archive)
    expect(editions.map((one: { slug: string }) => one.slug)).toEqual(['2031', '2030'])
  })

  test('a page that the operator has not written yet is there without a text', async () => {
    expect(await loaded(legal, { page: 'impressum' })).toEqual({ slug: 'impressum', text: null })
  })
})

describe('the search', () => {
  test('without a question answers nothing', async () => {
    expect(await loaded(searchPage, {}, '/suche')).toMatchObject({ result: null, pages: 0 })
  })

  test('finds what is published', async () => {
    const { result, pages, topics: names } = await loaded(searchPage, {}, '/suche?q=Landkreis')
    expect(result.hits.map((hit: { path: string }) => hit.path)).toContain('/fachtag/2031/programm/beitrag/e-akte')
    expect([pages, Object.keys(names)]).toEqual([1, ['e-akte']])
  })

  const suggested = async (path: string, locale: 'de' | 'en' = 'de') => {
    const response = await (suggestions as Load)(visit({ db, locale }, path) as never)
    return (await (response as Response).json()) as { text: string; note?: string; href?: string }[]
  }

  test('offers pages while one is typing, in the language of the reader', async () => {
    expect(await suggested('/suche/vorschlaege?q=ida')).toContainEqual({
      text: 'Dr. Ida Öhm',
      note: expect.stringContaining('Person'),
      href: '/personen/ida-oehm',
    })
    expect((await suggested('/en/suche/vorschlaege?q=ida', 'en')).map(({ href }) => href)).toContain(
      '/en/personen/ida-oehm',
    )
  })

  test.each(['', '%20', 'zzzzzz', '%27%3B--'])('offers nothing for %j', async (query) => {
    expect(await suggested(`/suche/vorschlaege?q=${query}`)).toEqual([])
  })
})
