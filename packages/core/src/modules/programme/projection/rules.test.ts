import { describe, expect, test } from 'vitest'
import { someAppearance, someSession } from '../../../../test/programme.ts'
import type { Programme, ProgrammeSession } from '../types.ts'
import { summarise, toCards } from './rules.ts'

const track = { id: 't', slug: 'a', name: 'A', colour: '#123456', position: 1 }
const room = { id: 'r', slug: 'saal', name: 'Saal', capacity: 90, position: 0 }
const unused = { id: 'u', slug: 'u', name: 'U', colour: null, position: 0 }
const of = (...sessions: ProgrammeSession[]): Programme => ({
  timeZone: 'Europe/Berlin',
  tracks: [track, unused],
  rooms: [room],
  sessions,
})
const release = { id: 'rel', number: 3, name: 'Drei', publishedAt: '2031-10-01T08:00:00.000Z' }

describe('toCards', () => {
  test('carries what a list shows and leaves out what is long', () => {
    const session = someSession({
      id: 's',
      trackId: 't',
      roomId: 'r',
      abstract: 'lang',
      links: [{ title: 'x', url: 'y' }],
    })
    const [card] = toCards(of(session))
    expect(card).toMatchObject({ id: 's', track, room, endsAt: null })
    for (const field of ['abstract', 'description', 'method', 'links', 'reference', 'trackId', 'roomId']) {
      expect(card).not.toHaveProperty(field)
    }
  })

  test.each([
    ['2031-11-05T09:00', 45, '2031-11-05T09:45'],
    ['2031-11-05T23:30', 60, '2031-11-06T00:30'],
    ['2031-11-05T09:00', null, null],
    [null, 45, null],
  ])('from %s for %s minutes ends at %s', (startsAt, durationMinutes, endsAt) => {
    expect(toCards(of(someSession({ id: 's', startsAt, durationMinutes })))[0]?.endsAt).toBe(endsAt)
  })

  test('a track that is not in the programme is none', () => {
    expect(toCards(of(someSession({ id: 's', trackId: 'gone' })))[0]?.track).toBeNull()
  })
})

test('summarise counts each day, track, topic, type, language and person', () => {
  const ida = someAppearance({ id: 'ida' })
  const office = someAppearance({ id: 'amt', personId: null })
  const programme = of(
    someSession({
      id: '1',
      day: '2031-11-06',
      startsAt: '2031-11-06T09:00',
      trackId: 't',
      topicIds: ['x', 'y'],
      appearances: [ida],
    }),
    someSession({ id: '2', day: '2031-11-05', topicIds: ['y'], type: 'panel', appearances: [ida, office] }),
    someSession({ id: '3', language: 'en', roomId: 'r', type: 'panel' }),
  )
  expect(summarise('edi', programme, toCards(programme), release)).toEqual({
    editionId: 'edi',
    timeZone: 'Europe/Berlin',
    release,
    sessionCount: 3,
    personCount: 1,
    days: [
      { day: '2031-11-05', count: 1, timedCount: 0 },
      { day: '2031-11-06', count: 1, timedCount: 1 },
    ],
    withoutDay: 1,
    withoutTime: 2,
    tracks: [
      { ...unused, count: 0 },
      { ...track, count: 1 },
    ],
    rooms: [{ ...room, count: 1 }],
    topics: [
      { id: 'y', count: 2 },
      { id: 'x', count: 1 },
    ],
    types: [
      { type: 'panel', count: 2 },
      { type: 'talk', count: 1 },
    ],
    languages: [
      { language: 'de', count: 2 },
      { language: 'en', count: 1 },
    ],
  })
})
