import { describe, expect, test } from 'vitest'
import { readPretalx } from './pretalx-reader.ts'
import { readSessionize } from './sessionize-reader.ts'

const berlin = { timeZone: 'Europe/Berlin', title: 'Mustertag' }
const pretalx = (value: unknown) => readPretalx(JSON.stringify(value), berlin)
const sessionize = (value: unknown) => readSessionize(JSON.stringify(value), berlin)

const slot = (room: string, start: string, end: string) => ({ room: { name: { de: room }, capacity: 50 }, start, end })
const submission = {
  code: 'ABC',
  title: 'Die E-Akte',
  speakers: [{ code: 'S1', name: 'Erika Mustermann', biography: 'Über sie' }],
  submission_type: { name: { en: 'Talk', de: 'Vortrag' } },
  state: 'confirmed',
  description: 'Text',
  duration: 45,
  content_locale: 'de',
  slots: [slot('Saal 1', '2030-11-27T10:00:00+01:00', '2030-11-27T10:45:00+01:00')],
}

describe('readPretalx', () => {
  test('reads a page of submissions', () => {
    const { schedule, problems } = pretalx({ count: 1, results: [submission] })
    expect(problems).toEqual([])
    expect(schedule).toMatchObject({
      title: 'Mustertag',
      rooms: [{ name: 'Saal 1', capacity: 50 }],
      sessions: [
        {
          reference: 'ABC',
          type: 'Vortrag',
          room: 'Saal 1',
          start: '2030-11-27T10:00',
          durationMinutes: 45,
          people: [{ reference: 'S1', name: 'Erika Mustermann', biography: 'Über sie' }],
        },
      ],
    })
  })

  test('reads a grid by day, minute and room, with its breaks, every submission once', () => {
    const twice = {
      ...submission,
      slots: [slot('Saal 1', '2030-11-28T10:00:00+01:00', '2030-11-28T11:00:00+01:00'), ...submission.slots],
    }
    const grid = {
      schedule: { '2030-11-27': { 600: { 1: twice } }, '2030-11-28': { 600: { 1: twice } } },
      extra: { '2030-11-27': { 750: { id: 'mittag', title: { de: 'Mittagspause' } } } },
    }
    expect(pretalx(grid).schedule?.sessions).toMatchObject([
      { reference: 'ABC', start: '2030-11-27T10:00' },
      { reference: 'ABC-2', start: '2030-11-28T10:00' },
      { reference: 'mittag', type: 'break', start: '2030-11-27T12:30' },
    ])
  })

  test('takes accepted sessions without a slot, leaves out those not taken, and says which are cancelled', () => {
    const list = [
      { ...submission, code: 'A', state: 'accepted', slots: [] },
      { ...submission, code: 'B', state: 'rejected' },
      { ...submission, code: 'C', state: 'canceled' },
    ]
    expect(pretalx(list).schedule?.sessions).toMatchObject([
      { reference: 'A', start: undefined, durationMinutes: 45 },
      { reference: 'C', isCancelled: true },
    ])
  })

  test('names what is wrong', () => {
    const backwards = slot('Saal 1', '2030-11-27T10:00:00+01:00', '2030-11-27T09:00:00+01:00')
    expect(pretalx([{ ...submission, title: null }]).problems).toMatchObject([
      { code: 'session.title_missing', field: '[0].title' },
    ])
    expect(pretalx({ results: [{ ...submission, slots: [backwards] }] }).problems).toMatchObject([
      { code: 'session.end_invalid', field: 'results[0].slots[0].end' },
    ])
    expect(pretalx({ schedule: {}, extra: { morgen: { 5: {} } } }).problems).toMatchObject([
      { code: 'day.date_invalid' },
    ])
    expect(pretalx({ foo: 1 }).problems).toMatchObject([{ code: 'schedule.root_unexpected' }])
  })

  test('says that such files name no title and no zone', () => {
    const codes = readPretalx('[]').problems.map(({ code }) => code)
    expect(codes).toEqual(['schedule.time_zone_missing', 'schedule.title_missing'])
  })
})

describe('readSessionize', () => {
  const session = {
    id: '100',
    title: 'Die E-Akte',
    description: 'Text',
    startsAt: '2030-11-27T10:00:00',
    endsAt: '2030-11-27T10:45:00',
    isServiceSession: false,
    isPlenumSession: true,
    roomId: 5,
  }

  test('reads the view All, which refers to lists', () => {
    const all = {
      sessions: [{ ...session, speakers: ['s1'], categoryItems: [1, 2, 3], liveUrl: 'https://a.example/live' }],
      speakers: [{ id: 's1', firstName: 'Erika', lastName: 'Mustermann', tagLine: 'Leiterin', bio: 'Über sie' }],
      rooms: [{ id: 5, name: 'Saal 1' }],
      categories: [
        { title: 'Track', items: [{ id: 1, name: 'Verwaltung' }] },
        { title: 'Session format', items: [{ id: 2, name: 'Vortrag' }] },
        { title: 'Language', items: [{ id: 3, name: 'German' }] },
      ],
    }
    const { schedule, problems } = sessionize(all)
    expect(problems).toEqual([])
    expect(schedule?.sessions).toMatchObject([
      {
        reference: '100',
        room: 'Saal 1',
        track: 'Verwaltung',
        type: 'Vortrag',
        language: 'de',
        start: '2030-11-27T10:00',
        durationMinutes: 45,
        isPlenary: true,
        people: [{ reference: 's1', name: 'Erika Mustermann', function: 'Leiterin', biography: 'Über sie' }],
        links: [{ title: 'Livestream', url: 'https://a.example/live' }],
      },
    ])
  })

  test('reads the views Sessions and GridSmart', () => {
    const own = {
      ...session,
      room: 'Saal 1',
      speakers: [{ id: 's1', name: 'Erika' }],
      categories: [{ name: 'Track', categoryItems: [{ name: 'IT' }] }],
    }
    const expected = [{ reference: '100', room: 'Saal 1', track: 'IT', people: [{ reference: 's1', name: 'Erika' }] }]
    expect(sessionize([{ groupName: 'All', sessions: [own] }]).schedule?.sessions).toMatchObject(expected)
    expect(sessionize([{ date: '2030-11-27', rooms: [{ id: 5, sessions: [own] }] }]).schedule?.sessions).toMatchObject(
      expected,
    )
  })

  test('names what is wrong', () => {
    expect(sessionize({ sessions: [{ ...session, startsAt: 'bald' }] }).problems).toMatchObject([
      { code: 'session.start_invalid', field: 'sessions[0].startsAt' },
    ])
    expect(sessionize({ sessions: [session, session] }).problems).toMatchObject([
      { code: 'session.reference_duplicate', field: 'sessions[1]' },
    ])
    expect(sessionize({ sessions: [{ ...session, id: null }] }).problems).toMatchObject([
      { code: 'session.reference_missing' },
    ])
    expect(sessionize({ speakers: [] }).problems).toMatchObject([{ code: 'schedule.root_unexpected' }])
  })
})
