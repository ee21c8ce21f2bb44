import { describe, expect, test } from 'vitest'
import { readHubEvents } from './hub-events.ts'
import { startReading } from './json-source.ts'
import { ProblemList } from './problems.ts'

const conference = {
  rooms: [{ guid: 'r1', name: 'Saal 1' }, { guid: 'r2', name: ' ' }, 5],
  tracks: [{ slug: 't1', name: 'Verwaltung' }],
  days: [
    { date: '2030-11-27', start: '2030-11-27T08:00:00+01:00', end: '2030-11-28T06:00:00+01:00' },
    { date: '2030-11-28', start: '2030-11-28T06:00:00+01:00', end: '2030-11-29T06:00:00+01:00' },
    { date: '2030-11-29' },
  ],
}
const event = { guid: 'g1', title: 'Ein Vortrag', start: '2030-11-27T10:00:00+01:00', end: '2030-11-27T10:45:00+01:00' }

function read(changes: object, rest: { conference?: object; persons?: unknown } = {}) {
  const problems = new ProblemList()
  const reading = startReading(problems, { timeZone: 'Europe/Berlin', textIsMarkdown: false })
  readHubEvents(
    { events: [{ ...event, ...changes }], persons: rest.persons },
    { ...conference, ...rest.conference },
    reading,
  )
  const { sessions } = reading.builder.build({ title: 'Mustertag', timeZone: 'Europe/Berlin' })
  return { session: sessions[0], codes: problems.result(null).problems.map(({ code, field }) => `${code} ${field}`) }
}

describe('readHubEvents', () => {
  test.each([
    ['in the morning', '2030-11-27T08:00:00+01:00', '2030-11-27', '2030-11-27T08:00'],
    ['after midnight', '2030-11-28T01:00:00+01:00', '2030-11-27', '2030-11-28T01:00'],
    ['when the next day begins', '2030-11-28T05:00:00Z', '2030-11-28', '2030-11-28T06:00'],
    ['on a day without times', '2030-11-29T10:00:00+01:00', '2030-11-29', '2030-11-29T10:00'],
  ])('finds the day of a session %s', (_, start, day, wallTime) => {
    expect(read({ start, end: undefined }).session).toMatchObject({ day, start: wallTime })
  })

  test('finds rooms and tracks by key, by name in the event, or by the bare name', () => {
    expect(read({ room: { guid: 'r1', name: 'alter Name' }, track: { slug: 't1' } }).session).toMatchObject({
      room: 'Saal 1',
      track: 'Verwaltung',
    })
    expect(read({ room: { guid: 'r9', name: 'Saal 9' } })).toMatchObject({ session: { room: 'Saal 9' }, codes: [] })
    expect(read({ room: 'Saal 3', track: 'Technik' })).toMatchObject({
      session: { room: 'Saal 3', track: 'Technik' },
      codes: [],
    })
    expect(read({ room: null, track: {} })).toMatchObject({ session: { room: undefined, track: undefined }, codes: [] })
  })

  test.each([
    [{ room: { guid: 'r9' } }, 'session.room_unknown schedule.events[0].room'],
    [{ room: { guid: 'r2' } }, 'session.room_unknown schedule.events[0].room'],
    [{ track: { slug: 't9' } }, 'session.track_unknown schedule.events[0].track'],
    [{ start: 'bald' }, 'session.start_invalid schedule.events[0].start'],
    [{ end: '2030-11-27T09:00:00+01:00' }, 'session.end_invalid schedule.events[0].end'],
    [{ title: null }, 'session.title_missing schedule.events[0].title'],
    [{ guid: undefined }, 'session.reference_missing schedule.events[0].id'],
  ])('refuses %j', (changes, problem) => expect(read(changes).codes).toEqual([problem]))

  test.each([
    [
      { date: 'x', start: '2030-11-27T08:00', end: '2030-11-28T06:00' },
      'day.date_invalid schedule.conference.days[0].date',
    ],
    [
      { date: '2030-11-27', start: 'früh', end: '2030-11-28T06:00' },
      'day.start_invalid schedule.conference.days[0].start',
    ],
    [{ date: '2030-11-27', start: '2030-11-27T08:00', end: 'spät' }, 'day.end_invalid schedule.conference.days[0].end'],
  ])('refuses a day like %j', (day, problem) => {
    expect(read({}, { conference: { days: [day] } }).codes).toEqual([problem])
  })

  test('joins participants with the list of people, and keeps their roles', () => {
    const persons = [{ guid: 'p1', name: 'Erika', biography: 'Über sie' }, { guid: 'p2', name: 'Max' }, {}]
    const participants = [
      { guid: 'p1', role: 'SPEAKER' },
      { guid: 'p2', name: 'Max M.', role: 'MODERATOR' },
      { guid: 'p3', name: 'Ina', role: 'ORGA' },
      { guid: 'p4' },
    ]
    expect(read({ participants }, { persons }).session?.people).toEqual([
      { reference: 'p1', guid: 'p1', name: 'Erika', role: 'speaker', biography: 'Über sie' },
      { reference: 'p2', guid: 'p2', name: 'Max M.', role: 'moderator' },
      { reference: 'p3', guid: 'p3', name: 'Ina' },
    ])
  })

  test('takes the address for feedback out of the links', () => {
    const links = [
      { type: 'FEEDBACK', url: 'https://a.example/f' },
      { type: 'ORIGIN', url: 'https://a.example/o' },
      { title: 'Folien', url: 'https://a.example/x' },
    ]
    expect(read({ links }).session).toMatchObject({
      feedbackUrl: 'https://a.example/f',
      links: [
        { title: 'ORIGIN', url: 'https://a.example/o' },
        { title: 'Folien', url: 'https://a.example/x' },
      ],
    })
  })
})
