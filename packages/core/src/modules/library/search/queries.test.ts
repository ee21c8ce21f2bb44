import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { saveTopics } from '../../editions/topics/commands.ts'
import { publishRelease } from '../../programme/release/commands.ts'
import { reindexAll } from './commands.ts'
import { search, suggest } from './queries.ts'
import type { SearchInput } from './types.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

const older = await addEdition(db, '2031', '2031-11-05')
const newer = await addEditionOf(db, older.seriesId, '2033', '2033-11-09')
const topfer = await addPerson(db, 'matthias-topfer', 'Matthias Töpfer')
const rathaus = {
  id: newId('organisation'),
  slug: 'stadt-muenchen',
  name: 'Stadt München',
  kind: 'municipality' as const,
  land: '09',
}
await db.insertInto('organisations').values(rathaus).execute()
await addSessions(db, older, [
  { title: 'Das Digitalisierungskonzept der Stadt', abstract: 'Was nach dem Papier kommt.' },
  { title: 'Stand der Einführung', abstract: 'Die elektronische Akte in unserem Landkreis.' },
  { title: 'Neues aus der Kreisverwaltung', abstract: 'Ein Bericht.' },
  { title: 'Steuerung der IT', abstract: 'Wer lenkt, wer zahlt, und woran man sich hält.' },
])
const [, gallery] = await addSessions(db, newer, [
  { title: 'Die E-Akte im Alltag', personIds: [topfer] },
  { title: 'Ein Gang durch München', abstract: 'Über Ämter, Häuser und Straßen.' },
  { title: 'Verwaltung erneuert', abstract: 'Die Verwaltung und das Konzept dahinter.' },
  { title: 'A talk about container networks', language: 'en', abstract: 'Containers everywhere.' },
])
await db
  .insertInto('appearances')
  .values({ id: newId('appearance'), session_id: gallery!, organisation_id: rathaus.id, role: 'speaker' })
  .execute()
const topics = await saveTopics(ctx, [
  {
    slug: 'akten',
    name: { de: 'Aktenwesen', en: 'Records' },
    description: {},
    synonyms: ['Registratur', 'papierlos arbeiten'],
  },
])
await db
  .insertInto('session_topics')
  .values({ session_id: gallery!, topic_id: topics.get('akten')! })
  .execute()
for (const { id } of [older, newer]) await publishRelease(ctx, { editionId: id })
await db.transaction().execute(reindexAll)

const ask = (query: string, more: Partial<SearchInput> = {}) =>
  search(db, { query, locale: 'de', limit: 20, offset: 0, ...more })
const titles = async (query: string, more: Partial<SearchInput> = {}) =>
  (await ask(query, more)).hits.filter((hit) => hit.kind === 'session').map((hit) => hit.title.text)

describe('finds what people mean', () => {
  const concept = 'Das Digitalisierungskonzept der Stadt'
  const records = ['Die E-Akte im Alltag', 'Stand der Einführung']
  test.each([
    ['a part of a compound', 'Konzept', [concept, 'Verwaltung erneuert']],
    ['the other part', 'Digitalisierung', [concept]],
    ['parts that stand apart', 'Konzept zur Digitalisierung', [concept, 'Verwaltung erneuert']],
    ['a part of another compound', 'Verwaltung', ['Verwaltung erneuert', 'Neues aus der Kreisverwaltung']],
    ['one notion by its first wording', 'E-Akte', records],
    ['by its second', 'eAkte', records],
    ['by its third', 'e akte', records],
    ['written out', 'elektronische Akte', records],
    ['inflected', 'elektronischen Akten', records],
    ['written-out umlauts', 'Muenchen', ['Ein Gang durch München']],
    ['left-out umlauts', 'munchen', ['Ein Gang durch München']],
    ['capitals', 'MÜNCHEN', ['Ein Gang durch München']],
    ['sharp s', 'strassen', ['Ein Gang durch München']],
    ['a singular', 'Haus', ['Ein Gang durch München']],
    ['a plural', 'Landkreise', ['Neues aus der Kreisverwaltung', 'Stand der Einführung']],
    ['a person', 'Toepfer', ['Die E-Akte im Alltag']],
    ['an organisation', '"Stadt München"', ['Ein Gang durch München']],
    ['a topic', '"Aktenwesen"', ['Ein Gang durch München']],
    ['a synonym of a topic', 'Registratur', ['Ein Gang durch München']],
    ['a synonym of several words', 'papierlos arbeiten', ['Ein Gang durch München']],
    ['English', 'container', ['A talk about container networks']],
    ['an abbreviation that looks like a stop word', 'IT', ['Steuerung der IT']],
  ])('%s: %s', async (_what, query, expected) => expect(await titles(query)).toEqual(expected))
})

describe('typing errors', () => {
  test.each([
    ['Digitalisirung', 'Digitalisierung'],
    ['Kreisverwaltugn', 'Kreisverwaltung'],
    ['Digitalisirungskonzept', 'Digitalisierungskonzept'],
    ['Töpffer', 'Töpfer'],
    ['Muenchn', 'München'],
  ])('%s is taken for %s, and says so', async (query, meant) => {
    const { hits, didYouMean } = await ask(query)
    expect(didYouMean).toBe(meant)
    expect(hits.length).toBeGreaterThan(0)
    expect(hits[0]!.why[0]!.manner).toBe('typo')
  })
  test('the rest of the query stays as it was typed', async () => {
    expect((await ask('die  Kreisverwaltugn, neu')).didYouMean).toBe('die Kreisverwaltung, neu')
  })
  test('a known word is not corrected', async () => expect((await ask('Haus')).didYouMean).toBeNull())
  test('what resembles nothing finds nothing', async () => {
    expect(await ask('Xylophonquartett')).toMatchObject({ total: 0, hits: [], didYouMean: null })
  })
})

describe('several words', () => {
  test('all of them come before some of them', async () => {
    const { hits } = await ask('Verwaltung Konzept')
    expect(hits.map((hit) => [hit.title.text, hit.isComplete])).toEqual([
      ['Verwaltung erneuert', true],
      ['Das Digitalisierungskonzept der Stadt', false],
      ['Neues aus der Kreisverwaltung', false],
    ])
  })
  test('some of them are better than nothing', async () => {
    const { hits } = await ask('Kreisverwaltung Xylophonquartett')
    expect(hits.map((hit) => [hit.title.text, hit.isComplete])).toContainEqual(['Neues aus der Kreisverwaltung', false])
  })
  test('a phrase must stand as it is', async () => {
    expect(await titles('"Ämter, Häuser"')).toEqual(['Ein Gang durch München'])
    expect(await titles('"elektronische Akte"')).toEqual(['Stand der Einführung'])
    expect(await titles('„Akte elektronische“')).toEqual([])
  })
  test('a word after a minus must not occur', async () => {
    expect(await titles('Verwaltung -Konzept')).toEqual(['Neues aus der Kreisverwaltung'])
    expect(await titles('-Konzept')).toEqual(['Das Digitalisierungskonzept der Stadt', 'Verwaltung erneuert'])
  })
})

describe('an answer', () => {
  test('tells where its words are and why', async () => {
    const [hit] = (await ask('Konzept')).hits.filter((one) => one.title.text.startsWith('Das'))
    expect(hit).toMatchObject({
      path: '/reihe-2031/2031/programm/beitrag/das-digitalisierungskonzept-der-stadt',
      title: { marks: [{ start: 4, end: 27 }] },
      why: [{ manner: 'compound', word: 'Digitalisierungskonzept' }],
      edition: 'Tagung 2031',
      year: 2031,
      isComplete: true,
    })
  })
  test('that only a topic gives names it', async () => {
    expect((await ask('Registratur')).hits.find((hit) => hit.kind === 'session')!.why).toEqual([
      { manner: 'synonym', word: 'Registratur' },
      { manner: 'synonym', word: 'Aktenwesen' },
    ])
  })
  test('is in the language of the reader where there is one', async () => {
    const [hit] = (await ask('Registratur', { locale: 'en', kinds: ['topic'] })).hits
    expect(hit).toMatchObject({ title: { text: 'Records' }, language: 'en' })
  })
  test('marks nothing in words that say nothing', async () => {
    const hits = (await ask('Sicherheit Steuerung')).hits
    expect(hits.flatMap((hit) => hit.why.map((match) => match.word.toLowerCase()))).not.toContain('sich')
  })
})

describe('facets', () => {
  test('count every value under the other filters', async () => {
    const all = await ask('elektronische Akte', { kinds: ['session'] })
    expect(all.facets.year).toEqual([{ value: 2033, count: 1 }, { value: 2031, count: 1 }]) // biome-ignore format: short
    const filtered = await ask('elektronische Akte', { kinds: ['session'], years: [2031] })
    expect(filtered.hits.map((hit) => hit.year)).toEqual([2031])
    expect(filtered.total).toBe(1)
    expect(filtered.facets.year).toEqual(all.facets.year)
    expect(filtered.facets.kind).toEqual([{ value: 'session', count: 1 }])
  })
  test('narrow by kind, topic and Land', async () => {
    expect((await ask('München', { kinds: ['organisation'] })).hits.map((hit) => hit.id)).toEqual([rathaus.id])
    expect(await titles('München', { topics: ['akten'] })).toEqual(['Ein Gang durch München'])
    expect(await titles('München', { topics: ['anderes'] })).toEqual([])
    expect(await titles('München', { lands: ['09', '14'] })).toEqual(['Ein Gang durch München'])
    expect(await titles('München', { lands: ['14'] })).toEqual([])
  })
  test('pages follow one another without gap or repetition', async () => {
    const all = (await ask('Akte Verwaltung Konzept')).hits.map((hit) => hit.id)
    const paged: string[] = []
    for (let offset = 0; offset < all.length; offset += 2)
      paged.push(...(await ask('Akte Verwaltung Konzept', { limit: 2, offset })).hits.map((hit) => hit.id))
    expect(paged).toEqual(all)
  })
})

describe('suggestions', () => {
  test.each([
    ['Digi', ['Digitalisierungskonzept'], 'Das Digitalisierungskonzept der Stadt'],
    ['stadt muen', ['München'], 'Stadt München'],
    ['matthias töp', ['Töpfer'], 'Matthias Töpfer'],
  ])('for %s', async (text, words, title) => {
    const offered = await suggest(db, text)
    expect(offered.words).toEqual(words)
    expect(offered.hits[0]!.title.text).toBe(title)
  })
  test('are none for nothing', async () => expect(await suggest(db, ' – ')).toEqual({ words: [], hits: [] }))
})

test.each(['', '   ', '"', '""', '-', '--', '- -', '„“', '%', "'; drop table search_documents; --", '\u0000', '\\', '(a & b', ':*', '🙂', '=', '#', '=konzept', 'a'.repeat(5_000), 'ö '.repeat(2_000)])(
  'takes %j', async (query) => {
    expect((await ask(query)).total).toBeGreaterThanOrEqual(0)
    expect((await suggest(db, query)).hits.length).toBeGreaterThanOrEqual(0)
  },
) // biome-ignore format: a list of queries

test('asks the database equally often for one hit and for many', async () => {
  const count = (query: string) =>
    countQueries(db, (counted) => search(counted, { query, locale: 'de', limit: 20, offset: 0 }))
  expect((await ask('Digitalisierungskonzept', { limit: 1 })).hits).toHaveLength(1)
  expect((await ask('Akte')).hits.length).toBeGreaterThan(2)
  expect([await count('Digitalisierungskonzept'), await count('Akte')]).toEqual([2, 2])
  expect([await count('"Digitalisierungskonzept"'), await count('Akte -Konzept')]).toEqual([3, 2])
})

test('never fails for what was typed, and marks lie within their texts', async () => {
  const word = fc.constantFrom(
    'Akte',
    'Verwaltung',
    'konzept',
    '"',
    '-',
    '„',
    'ß',
    'ae',
    '%',
    '\\',
    ' ',
    'E ',
    '🙂',
    '\u0000',
  )
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(word, { maxLength: 12 }).map((all) => all.join('')),
  )
  await fc.assert(
    fc.asyncProperty(typed, async (query) => {
      for (const hit of (await ask(query)).hits)
        for (const { text, marks } of [hit.title, hit.subtitle, hit.people, hit.snippet])
          marks.reduce((end, mark) => {
            expect(mark.start).toBeGreaterThanOrEqual(end)
            expect(mark.end).toBeGreaterThan(mark.start)
            expect(mark.end).toBeLessThanOrEqual(text.length)
            return mark.end
          }, 0)
    }),
    { numRuns: 150 },
  )
})
