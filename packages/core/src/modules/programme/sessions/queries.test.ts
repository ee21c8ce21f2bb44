import { beforeAll, describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import {
  addEdition,
  addEditionOf,
  addPerson,
  addSessions,
  addTrackAndRoom,
  type TestEdition,
} from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { findProgrammeOverview } from '../overview/queries.ts'
import { publishRelease } from '../release/commands.ts'
import {
  countTopicSessions,
  findSession,
  findSessionsNow,
  listAllSessions,
  listSelectedSessions,
  listSessions,
  listTopicSessions,
  listTrackSessions,
} from './queries.ts'
import type { SessionCard, SessionFilter } from './types.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const topicId = newId('topic')
let edition: TestEdition
let hidden: TestEdition

const titles = (cards: readonly SessionCard[]) => cards.map((card) => card.title)
const on = (day: string, time: string, durationMinutes = 45) => ({ day, startsAt: `${day}T${time}`, durationMinutes })
const [first, second] = ['2031-11-05', '2031-11-06']

async function addProgramme(): Promise<void> {
  const a = await addTrackAndRoom(db, edition, 'a', 0)
  const b = await addTrackAndRoom(db, edition, 'b', 1)
  const ida = await addPerson(db, 'ida', 'Ida Öhm')
  const [early] = await addSessions(db, edition, [
    { title: 'Früh A', ...a, ...on(first, '09:00'), type: 'workshop', personIds: [ida] },
    { title: 'Früh B', ...b, ...on(first, '09:00', 90), language: 'en' },
    { title: 'Spät A', ...a, ...on(first, '10:00') },
    { title: 'Nachts', ...b, ...on(first, '23:30', 60) },
    { title: 'Ohne Zeit A', ...a, day: first },
    { title: 'Abgesagt', ...a, ...on(second, '09:00'), state: 'cancelled' },
    { title: 'Ohne Tag', position: 1 },
  ])
  const topic = { id: topicId, slug: 'e-akte', name: { de: 'E-Akte' } }
  await db.insertInto('topics').values(topic).execute()
  await db.insertInto('session_topics').values({ session_id: early!, topic_id: topicId }).execute()
}

beforeAll(async () => {
  edition = await addEdition(db, 'abfragen', first)
  await addProgramme()
  const before = await addEditionOf(db, edition.seriesId, 'frueher', '2030-11-05')
  const past = await addTrackAndRoom(db, before, 'a')
  await addSessions(db, before, [{ title: 'Voriges Jahr', ...past }])
  hidden = await addEditionOf(db, edition.seriesId, 'verborgen', '2032-11-05')
  const coming = await addTrackAndRoom(db, hidden, 'a')
  const [secret] = await addSessions(db, hidden, [{ title: 'Geheim', ...coming }])
  await db.insertInto('session_topics').values({ session_id: secret!, topic_id: topicId }).execute()
  await db.updateTable('editions').set({ visibility: 'draft' }).where('id', '=', hidden.id).execute()
  for (const one of [edition, before, hidden]) await publishRelease(ctx, { editionId: one.id })
})

describe('one day', () => {
  test('by time, then place in the programme; what has no time last', async () => {
    expect(titles(await listSessions(db, edition.id, first))).toEqual([
      'Früh A',
      'Früh B',
      'Spät A',
      'Nachts',
      'Ohne Zeit A',
    ])
    expect(titles(await listSessions(db, edition.id, null))).toEqual(['Ohne Tag'])
    expect(await listSessions(db, edition.id, '1999-01-01')).toEqual([])
  })

  test.each<[SessionFilter, string[]]>([
    [{ tracks: ['a'] }, ['Früh A', 'Spät A', 'Ohne Zeit A']],
    [{ rooms: ['b'] }, ['Früh B', 'Nachts']],
    [{ types: ['workshop'] }, ['Früh A']],
    [{ languages: ['en', 'fr'] }, ['Früh B']],
    [{ topicIds: [topicId] }, ['Früh A']],
    [{ tracks: ['a', 'b'], types: ['talk'], languages: ['de'] }, ['Spät A', 'Nachts', 'Ohne Zeit A']],
    [{ tracks: ['nirgends'] }, []],
  ])('narrowed by %j', async (filter, expected) => {
    expect(titles(await listSessions(db, edition.id, first, filter))).toEqual(expected)
  })
})

test('the whole programme goes by day', async () => {
  const all = titles(await listAllSessions(db, edition.id))
  expect(all.slice(-3)).toEqual(['Ohne Zeit A', 'Abgesagt', 'Ohne Tag'])
  expect(titles(await listAllSessions(db, edition.id, { tracks: ['b'] }))).toEqual(['Früh B', 'Nachts'])
})

test('a selection is what of it still exists', async () => {
  const cards = await listSelectedSessions(db, edition.id, ['nachts', 'früh-a', 'nie-gewesen'])
  expect(titles(cards)).toEqual(['Früh A', 'Nachts'])
  expect(await listSelectedSessions(db, edition.id, [])).toEqual([])
})

describe('one session', () => {
  test.each([
    ['spät-a', 'Früh A', 'Ohne Zeit A'],
    ['früh-a', null, 'Spät A'],
    ['nachts', 'Früh B', null],
    ['abgesagt', null, null],
    ['ohne-tag', null, null],
  ])('%s stands between %s and %s', async (slug, previous, next) => {
    const page = await findSession(db, edition.id, slug)
    expect([page?.previous?.title ?? null, page?.next?.title ?? null]).toEqual([previous, next])
  })

  test('without tracks, rooms and times, the order of the programme leads from one to the next', async () => {
    const bare = await addEditionOf(db, edition.seriesId, 'ohne-alles', '2029-11-05')
    const [x, y] = [await addTrackAndRoom(db, bare, 'x', 0), await addTrackAndRoom(db, bare, 'y', 1)]
    const day = '2029-11-05'
    await addSessions(db, bare, [
      { title: 'Eröffnung', day },
      { title: 'Impuls', day },
      { title: 'Y', trackId: y.trackId, day },
      { title: 'X', trackId: x.trackId, day },
      { title: 'Podium', day },
      { title: 'Pause', ...on(day, '12:00') },
      { title: 'Ende', ...on(day, '17:00') },
      { title: 'Im Saal', ...x, trackId: null, ...on(day, '15:00') },
    ])
    await publishRelease(ctx, { editionId: bare.id })
    const besides = async (slug: string) => {
      const page = await findSession(db, bare.id, slug)
      return [page?.previous?.title ?? null, page?.next?.title ?? null]
    }
    expect(await besides('eröffnung')).toEqual([null, 'Impuls'])
    expect(await besides('impuls')).toEqual(['Eröffnung', 'X'])
    expect(await besides('podium')).toEqual(['Y', null])
    expect(await besides('y')).toEqual([null, null])
    expect(await besides('pause')).toEqual([null, 'Ende'])
    expect(await besides('im-saal')).toEqual([null, null])
  })

  test('there is none of that name', async () => expect(await findSession(db, edition.id, 'nie-gewesen')).toBeNull())
})

describe('what runs now', () => {
  test.each([
    ['08:00', [], ['Früh A', 'Früh B']],
    ['09:00', ['Früh A', 'Früh B'], ['Spät A']],
    ['09:45', ['Früh B'], ['Spät A']],
    ['10:10', ['Früh B', 'Spät A'], ['Nachts']],
    ['12:00', [], ['Nachts']],
    ['23:45', ['Nachts'], []],
  ])('at %s', async (time, running, upcoming) => {
    const now = await findSessionsNow(db, edition.id, `${first}T${time}`)
    expect([titles(now.running).sort(), titles(now.upcoming)]).toEqual([running, upcoming])
  })

  test('a session past midnight still runs, and what is cancelled never does', async () => {
    const now = await findSessionsNow(db, edition.id, `${second}T00:15`)
    expect([titles(now.running), titles(now.upcoming)]).toEqual([['Nachts'], []])
    expect((await findSessionsNow(db, edition.id, `${second}T09:10`)).running).toEqual([])
  })
})

test('over the years only what is public', async () => {
  const years = await listTrackSessions(db, edition.seriesId, 'a')
  expect(years.map(({ edition: { slug }, session }) => [slug, session.title])).toEqual([
    ['abfragen', 'Früh A'],
    ['abfragen', 'Spät A'],
    ['abfragen', 'Abgesagt'],
    ['abfragen', 'Ohne Zeit A'],
    ['frueher', 'Voriges Jahr'],
  ])
  expect((await listTopicSessions(db, topicId)).map(({ session }) => session.title)).toEqual(['Früh A'])
  expect(await countTopicSessions(db)).toEqual(new Map([[topicId, 1]]))
})

test('the overview counts and names the topics', async () => {
  expect(await findProgrammeOverview(db, edition.id)).toMatchObject({
    sessionCount: 7,
    days: [
      { day: first, count: 5, timedCount: 4 },
      { day: second, count: 1, timedCount: 1 },
    ],
    tracks: [
      { slug: 'a', count: 4 },
      { slug: 'b', count: 2 },
    ],
    topics: [{ slug: 'e-akte', name: { de: 'E-Akte' }, count: 1 }],
  })
  expect(await findProgrammeOverview(db, 'edi_none')).toBeNull()
})

test.each<[string, number, (id: string, over: typeof db) => Promise<unknown>]>([
  ['a day', 1, (id, over) => listSessions(over, id, first, { topicIds: [topicId] })],
  ['everything', 1, (id, over) => listAllSessions(over, id)],
  ['a session', 2, (id, over) => findSession(over, id, 'früh-a')],
  ['now', 2, (id, over) => findSessionsNow(over, id, `${first}T09:10`)],
  ['a topic', 1, (_id, over) => listTopicSessions(over, topicId)],
  ['the overview', 2, (id, over) => findProgrammeOverview(over, id)],
])('%s takes %d queries', async (_what, expected, read) => {
  expect(await countQueries(db, (over) => read(edition.id, over))).toBe(expected)
})
