import { writeCalendar } from '@fachtag/formats/calendar/calendar'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addSessions, addTrackAndRoom } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { publishRelease } from '../release/commands.ts'
import { listCalendarSessions } from './queries.ts'
import { toCalendarEvents } from './rules.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor, fixedClock('2031-10-01T08:00:00Z'))
const frame = { stamp: '2031-10-01T08:00:00Z', addressOf: (slug: string) => `https://example.org/${slug}`, venue: '' }

const edition = await addEdition(db, 'kalender')
const a = await addTrackAndRoom(db, edition, 'a')
const b = await addTrackAndRoom(db, edition, 'b')
const at = (time: string) => ({ day: '2031-11-05', startsAt: `2031-11-05T${time}`, durationMinutes: 45 })
await addSessions(db, edition, [
  { title: 'Zweiter', ...b, ...at('11:00') },
  { title: 'Erster', ...a, ...at('10:00') },
  { title: 'Nur Tag', ...a, day: '2031-11-05' },
  { title: 'Ohne Tag' },
])
await publishRelease(ctx, { editionId: edition.id })

test.each([
  ['everything by time, what is unknown last', {}, ['Erster', 'Zweiter', 'Nur Tag', 'Ohne Tag']],
  ['a track', { track: 'a' }, ['Erster', 'Nur Tag']],
  ['a selection', { slugs: ['zweiter', 'nur-tag', 'gibt-es-nicht'] }, ['Zweiter', 'Nur Tag']],
  ['a selection of nothing', { slugs: [] }, []],
  ['a track that does not exist', { track: 'x' }, []],
])('lists %s', async (_, choice, expected) => {
  const sessions = await listCalendarSessions(db, edition.id, choice)
  expect(sessions.map(({ session }) => session.title)).toEqual(expected)
})

test('keeps the order of the programme where no times are known', async () => {
  const bare = await addEdition(db, 'ohne-zeiten')
  const titles = ['Begrüßung', 'Zum Anfang', 'Abschluss']
  await addSessions(
    db,
    bare,
    titles.map((title) => ({ title, day: '2031-11-05' })),
  )
  await publishRelease(ctx, { editionId: bare.id })
  expect((await listCalendarSessions(db, bare.id)).map(({ session }) => session.title)).toEqual(titles)
})

test('asks once, however long the list', async () => {
  const short = await countQueries(db, (counted) => listCalendarSessions(counted, edition.id, { slugs: ['erster'] }))
  const long = await countQueries(db, (counted) => listCalendarSessions(counted, edition.id))
  expect([short, long]).toEqual([1, 1])
})

test('makes a calendar that an independent reader understands', async () => {
  const events = toCalendarEvents(await listCalendarSessions(db, edition.id), frame)
  const text = writeCalendar({ name: 'Fachtag', timeZone: 'Europe/Berlin', events })
  const read = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  expect(read.map((event) => [event.summary, event.startDate.toString(), event.endDate.toString()])).toEqual([
    ['Erster', '2031-11-05T10:00:00', '2031-11-05T10:45:00'],
    ['Zweiter', '2031-11-05T11:00:00', '2031-11-05T11:45:00'],
    ['Nur Tag', '2031-11-05', '2031-11-06'],
  ])
  expect(new Set(read.map((event) => event.uid)).size).toBe(3)
})

test('counts up what moved, and keeps its identity', async () => {
  const [before] = toCalendarEvents(await listCalendarSessions(db, edition.id, { slugs: ['erster'] }), frame)
  await db.updateTable('sessions').set({ starts_at: '2031-11-05T10:15' }).where('slug', '=', 'erster').execute()
  await publishRelease(ctx, { editionId: edition.id })
  const [after] = toCalendarEvents(await listCalendarSessions(db, edition.id, { slugs: ['erster'] }), frame)
  expect(after!.uid).toBe(before!.uid)
  expect(after!.sequence).toBe(before!.sequence + 1)
  expect(after!.start).toBe('2031-11-05T10:15')
})

test('a calendar that has a session follows it: moved, cancelled, gone, and back', async () => {
  const followed = await addEdition(db, 'verfolgt')
  const saal = await addTrackAndRoom(db, followed, 'saal')
  const [id] = await addSessions(db, followed, [{ title: 'Vortrag', ...saal, ...at('10:00') }])
  const step = async (values: object, moment: string) => {
    await db.updateTable('sessions').set(values).where('id', '=', id!).execute()
    await publishRelease(createContext(db, systemActor, fixedClock(moment)), { editionId: followed.id })
    const choices = [{}, { track: 'saal' }, { slugs: ['vortrag'] }]
    const texts = await Promise.all(
      choices.map(async (choice) => {
        const events = toCalendarEvents(await listCalendarSessions(db, followed.id, choice), frame)
        return writeCalendar({ name: 'Fachtag', timeZone: 'Europe/Berlin', events })
      }),
    )
    expect(new Set(texts).size).toBe(1)
    const [event] = new ICAL.Component(ICAL.parse(texts[0]!)).getAllSubcomponents('vevent')
    const value = (name: string) => event?.getFirstPropertyValue(name)?.toString()
    return [value('status'), value('sequence'), value('last-modified'), value('dtstart'), value('uid')]
  }
  const uid = `${id}@fachtag`
  expect(await step({ title: 'Vortrag' }, '2031-10-01T08:00:00Z')).toEqual([
    'CONFIRMED',
    '0',
    undefined,
    '2031-11-05T10:00:00',
    uid,
  ])
  const moved = await step({ starts_at: '2031-11-05T14:00' }, '2031-10-02T08:00:00Z')
  expect(moved).toEqual(['CONFIRMED', '1', '2031-10-02T08:00:00Z', '2031-11-05T14:00:00', uid])
  const cancelled = await step({ state: 'cancelled' }, '2031-10-03T08:00:00Z')
  expect(cancelled).toEqual(['CANCELLED', '2', '2031-10-03T08:00:00Z', '2031-11-05T14:00:00', uid])
  const gone = await step({ state: 'removed' }, '2031-10-04T08:00:00Z')
  expect(gone).toEqual(['CANCELLED', '3', '2031-10-04T08:00:00Z', '2031-11-05T14:00:00', uid])
  const back = await step({ state: 'planned', abstract: 'neu' }, '2031-10-05T08:00:00Z')
  expect(back).toEqual(['CONFIRMED', '4', '2031-10-05T08:00:00Z', '2031-11-05T14:00:00', uid])
})
