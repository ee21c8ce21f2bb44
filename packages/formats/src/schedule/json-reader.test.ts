import { describe, expect, test } from 'vitest'
import { readScheduleJson } from './json-reader.ts'

const event = {
  id: 7,
  guid: '00000000-0000-4000-8000-000000000007',
  date: '2030-11-27T10:00:00+01:00',
  start: '10:00',
  duration: '00:45',
  room: 'Saal 1',
  slug: 'die-e-akte',
  url: 'https://a.example/7',
  title: 'Die E-Akte',
  subtitle: null,
  track: 'Verwaltung',
  type: 'talk',
  language: 'de',
  abstract: '**Kurz**',
  description: '<p>Lang</p>',
  persons: [{ id: 3, public_name: 'Erika Mustermann', biography: 'Über sie' }, { name: 'Max Muster' }, {}],
  links: [{ url: 'https://a.example/x', title: 'Folien' }],
  attachments: [],
  do_not_record: true,
}
const conference = {
  title: 'Mustertag',
  time_zone_name: 'Europe/Berlin',
  days: [{ date: '2030-11-27', rooms: { 'Saal 1': [event] } }],
}

const read = (value: unknown) => readScheduleJson(JSON.stringify(value))
const withEvent = (changes: object) =>
  read({
    schedule: {
      conference: { ...conference, days: [{ date: '2030-11-27', rooms: { 'Saal 1': [{ ...event, ...changes }] } }] },
    },
  })

describe('readScheduleJson, version 1', () => {
  test('reads a session with rooms, tracks and people', () => {
    const rooms = [{ name: 'Saal 1', guid: 'g', capacity: 100, description: { de: 'Oben', en: 'Upstairs' } }]
    const tracks = [{ name: 'Verwaltung', slug: 'verwaltung', color: '#AABBCC' }]
    const result = read({ schedule: { version: '1.2', conference: { ...conference, rooms, tracks } } })
    expect(result.problems).toEqual([])
    expect(result.schedule).toMatchObject({
      title: 'Mustertag',
      version: '1.2',
      timeZone: 'Europe/Berlin',
      rooms: [{ name: 'Saal 1', guid: 'g', capacity: 100, description: 'Oben' }],
      tracks: [{ name: 'Verwaltung', slug: 'verwaltung', colour: '#aabbcc' }],
      sessions: [
        {
          reference: '7',
          title: 'Die E-Akte',
          abstract: '**Kurz**',
          description: 'Lang',
          day: '2030-11-27',
          start: '2030-11-27T10:00',
          durationMinutes: 45,
          people: [{ reference: '3', name: 'Erika Mustermann', biography: 'Über sie' }, { name: 'Max Muster' }],
          links: [{ title: 'Folien', url: 'https://a.example/x' }],
          doNotRecord: true,
        },
      ],
    })
  })

  const path = 'schedule.conference.days[0].rooms["Saal 1"][0]'
  test.each([
    ['no title', { title: '' }, 'session.title_missing', `${path}.title`],
    ['no reference', { id: null, guid: undefined }, 'session.reference_missing', `${path}.id`],
    ['a date that is none', { date: '27.11.2030' }, 'session.start_invalid', `${path}.date`],
    ['a length that is none', { duration: '1:99' }, 'session.duration_invalid', `${path}.duration`],
    ['another room', { room: 'Saal 2' }, 'session.room_contradicts', `${path}.room`],
  ])('refuses a session with %s', (_, changes, code, field) => {
    expect(withEvent(changes)).toMatchObject({ schedule: null, problems: [{ severity: 'error', code, field }] })
  })
})

describe('readScheduleJson, version 2', () => {
  const hub = (events: unknown, rest: object = {}) =>
    read({
      schedule: {
        conference: {
          title: 'Mustertag',
          time_zone_name: 'Europe/Berlin',
          tracks: [{ name: 'Verwaltung', slug: 'verwaltung' }],
          rooms: [{ name: 'Saal 1', guid: 'r1' }],
          days: [{ date: '2030-11-27', start: '2030-11-27T09:00:00+01:00', end: '2030-11-28T04:00:00+01:00' }],
        },
        persons: [{ guid: 'p1', name: 'Erika Mustermann', biography: 'Über sie' }],
        events,
        ...rest,
      },
    })
  const late = {
    guid: 'g1',
    code: 'ABC',
    title: 'Nachtgespräch',
    start: '2030-11-27T23:30:00Z',
    end: '2030-11-28T00:30:00Z',
    room: { guid: 'r1' },
    track: { slug: 'verwaltung' },
    participants: [{ guid: 'p1', role: 'MODERATOR' }],
    links: [{ type: 'FEEDBACK', url: 'https://a.example/f' }],
  }

  test('resolves what it refers to, and turns instants into wall times', () => {
    const { schedule, problems } = hub([late])
    expect(problems).toEqual([])
    expect(schedule?.sessions).toMatchObject([
      {
        reference: 'ABC',
        day: '2030-11-27',
        start: '2030-11-28T00:30',
        durationMinutes: 60,
        room: 'Saal 1',
        track: 'Verwaltung',
        people: [{ guid: 'p1', name: 'Erika Mustermann', role: 'moderator', biography: 'Über sie' }],
        links: [],
        feedbackUrl: 'https://a.example/f',
      },
    ])
  })

  test.each([
    ['a room that is not listed', { room: { guid: 'r9' } }, 'session.room_unknown', 'schedule.events[0].room'],
    ['a track that is not listed', { track: { slug: 'x' } }, 'session.track_unknown', 'schedule.events[0].track'],
    ['an end before its start', { end: '2030-11-27T22:00:00Z' }, 'session.end_invalid', 'schedule.events[0].end'],
  ])('refuses a session with %s', (_, changes, code, field) => {
    expect(hub([{ ...late, ...changes }])).toMatchObject({ schedule: null, problems: [{ code, field }] })
  })
})

describe('bad input', () => {
  const text = JSON.stringify({ schedule: { conference } }, null, 1)

  test.each([
    ['nothing', '', 'json.malformed', 1],
    ['a truncated file', text.slice(0, -20), 'json.malformed', text.slice(0, -20).trimEnd().split('\n').length],
    ['a comma too much', text.replace('"Mustertag",', '"Mustertag",,'), 'json.malformed', 4],
    ['deep nesting', `{"schedule":\n${'['.repeat(100_000)}`, 'json.malformed', 2],
    ['another root', '{"events":[]}', 'schedule.root_unexpected', 1],
    ['no object', '[1,2]', 'schedule.root_unexpected', 1],
  ])('%s is refused with its line', (_, broken, code, line) => {
    expect(readScheduleJson(broken)).toMatchObject({ schedule: null, problems: [{ severity: 'error', code, line }] })
  })

  test('a field is named with its line', () => {
    const days = [{ date: '2030-11-27', rooms: { 'Saal 1': [event, { ...event, id: 8, title: '' }] } }]
    const pretty = JSON.stringify({ schedule: { conference: { ...conference, days } } }, null, 2)
    const line = pretty.split('\n').findIndex((text) => text.includes('"title": ""')) + 1
    expect(readScheduleJson(pretty).problems).toMatchObject([
      { code: 'session.title_missing', line, field: 'schedule.conference.days[0].rooms["Saal 1"][1].title' },
    ])
  })

  test('values of the wrong kind are left out, not believed', () => {
    const { schedule } = withEvent({
      persons: 'Erika',
      links: [1, null, { url: {} }],
      track: ['x'],
      language: 5,
      do_not_record: 'vielleicht',
    })
    expect(schedule?.sessions[0]).toMatchObject({ people: [], links: [], track: undefined, doNotRecord: undefined })
  })
})
