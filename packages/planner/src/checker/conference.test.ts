import { describe, expect, test } from 'vitest'
import { at, during, smallConference, standing } from '../../test/small-conference.ts'
import { judgeConference } from './conference.ts'

const judge = (problem: ReturnType<typeof smallConference>, places: Record<string, string>) =>
  judgeConference(problem, standing(places))

test('a programme that keeps every rule has nothing against it', () => {
  const problem = smallConference(
    { keynote: { plenary: true, seats: 200 }, a: { people: ['ada'] }, b: { people: ['ada'] } },
    { order: [{ before: 'keynote', after: 'b' }] },
  )
  expect(judge(problem, { keynote: '09:00 hall', a: '10:00 den', b: '11:00 hall' })).toEqual({
    violations: [],
    unplaced: [],
    bookmarkClashes: 0,
    attendable: 1,
  })
})

describe('every rule that is broken is said', () => {
  const rooms = [
    { id: 'den', capacity: 10, equipment: ['stream'], unavailable: [during('12:00-13:00')] },
    { id: 'hall', capacity: 300, equipment: ['stream', 'stage'], site: 'annexe' },
  ]
  const days = [{ ...during('09:00-18:00'), breaks: [during('10:30-11:00')] }]
  const people = [
    { id: 'ada', available: [during('09:00-15:00')] },
    { id: 'bob', unavailable: [during('09:00-10:00')] },
  ]
  const more = { rooms, days, people, travelMinutes: 10 }

  test.each([
    ['too few seats', { a: { seats: 11 } }, { a: '09:00 den' }, ['den is too small for a']],
    ['missing equipment', { a: { equipment: ['stream', 'stage'] } }, { a: '09:00 den' }, ['den lacks stage']],
    ['a room not on the list', { a: { rooms: ['hall'] } }, { a: '09:00 den' }, ['a may not be in den']],
    ['a closed room', { a: {} }, { a: '11:30 den' }, ['den is closed for a']],
    ['a room nobody knows', { a: {} }, { a: '09:00 attic' }, ['a stands in no known room']],
    ['the evening', { a: {} }, { a: '17:30 den' }, ['a is outside the days']],
    ['the night before', { a: {} }, { a: '08:30 den' }, ['a is outside the days', 'a may not start then']],
    ['a break', { a: {} }, { a: '10:00 den' }, ['a runs into a break']],
    [
      'a start of its own',
      { a: { starts: [at('09:00'), at('11:00')] } },
      { a: '09:15 hall' },
      ['a may not start then'],
    ],
    ['a time beside the grid', { a: {} }, { a: '09:20 hall' }, ['a may not start then']],
    [
      'where it is published beside the grid',
      { a: { published: { start: at('09:20'), room: 'den' } } },
      { a: '09:20 hall' },
      [],
    ],
    [
      'where it is published, and it has starts of its own',
      { a: { published: { start: at('09:15'), room: 'den' }, starts: [at('09:00')] } },
      { a: '09:15 hall' },
      ['a may not start then'],
    ],
    [
      'a fixed time',
      { a: { fixed: { start: at('09:00'), room: 'den' } } },
      { a: '09:15 den' },
      ['a is fixed elsewhere'],
    ],
    [
      'a fixed room',
      { a: { fixed: { start: at('09:00'), room: 'den' } } },
      { a: '09:00 hall' },
      ['a is fixed elsewhere'],
    ],
    ['somebody who leaves early', { a: { people: ['ada'] } }, { a: '14:30 den' }, ['ada cannot be at a']],
    ['somebody who comes late', { a: { people: ['bob'] } }, { a: '09:15 den' }, ['bob cannot be at a']],
    ['one room for two', { a: {}, b: {} }, { a: '13:00 den', b: '13:45 den' }, ['a and b share den']],
    [
      'one person in two rooms',
      { a: { people: ['ada'] }, b: { people: ['ada'] } },
      { a: '13:00 den', b: '13:45 hall' },
      ['ada has to be in a and b'],
    ],
    [
      'no time to walk',
      { a: { people: ['ada'] }, b: { people: ['ada'] } },
      { a: '13:00 hall', b: '14:00 den' },
      ['ada has to be in a and b'],
    ],
    [
      'no walk for somebody from elsewhere',
      { a: { people: ['ada'], remote: ['ada'] }, b: { people: ['ada'] } },
      { a: '13:00 hall', b: '14:00 den' },
      [],
    ],
    [
      'one person in two rooms, from elsewhere',
      { a: { people: ['ada'], remote: ['ada'] }, b: { people: ['ada'], remote: ['ada'] } },
      { a: '13:00 den', b: '13:45 hall' },
      ['ada has to be in a and b'],
    ],
    [
      'no time to walk, with a call between',
      {
        a: { people: ['ada'] },
        b: { minutes: 5, people: ['ada'], remote: ['ada'] },
        c: { minutes: 30, people: ['ada'], starts: [at('14:05')] },
      },
      { a: '13:00 hall', b: '14:00 hall', c: '14:05 den' },
      ['ada has to be in a and c'],
    ],
    [
      'something during a plenary',
      { a: { plenary: true }, b: {} },
      { a: '13:00 hall', b: '13:30 den' },
      ['b runs during a'],
    ],
  ])('%s', (_, sessions, places, violations) => {
    expect(judge(smallConference(sessions, more), places).violations).toEqual(violations)
  })

  test('a fixed session may stand in a break and beside the grid', () => {
    const fixed = { fixed: { start: at('10:40'), room: 'den' } }
    expect(judge(smallConference({ a: fixed }, more), { a: '10:40 den' }).violations).toEqual([])
  })

  test.each([
    ['10:00 room', '11:15 den', []],
    ['10:00 room', '11:14 den', ['a does not end before b']],
    ['11:15 room', '09:00 den', ['a does not end before b']],
  ])('an order with a quarter of an hour between: %s, %s', (a, b, violations) => {
    const order = [{ before: 'a', after: 'b', gapMinutes: 15 }]
    expect(judge(smallConference({ a: {}, b: {} }, { order, gridMinutes: 1 }), { a, b }).violations).toEqual(violations)
  })

  test('a start that the day does not have, and a grid that is not said', () => {
    const starts = [{ ...during('09:00-18:00'), starts: [at('09:00')] }]
    expect(judge(smallConference({ a: {} }, { days: starts }), { a: '09:15 den' }).violations).toEqual([
      'a may not start then',
    ])
    const { gridMinutes: _, ...problem } = smallConference({ a: {}, b: {} })
    expect(judge(problem, { a: '09:05 den', b: '10:07 den' }).violations).toEqual(['b may not start then'])
  })

  test('a session that the problem does not have', () => {
    expect(judgeConference(smallConference({ a: {} }), standing({ b: '10:00 den' })).violations).toEqual([
      'b is no session',
    ])
  })

  test('a session that stands twice', () => {
    const plan = [...standing({ a: '09:00 den' }), ...standing({ a: '10:00 den' })]
    expect(judgeConference(smallConference({ a: {} }), plan).violations).toEqual(['a stands twice'])
  })
})

test('who is left out is named, and breaks no rule', () => {
  const problem = smallConference({ a: {}, b: {}, c: {} }, { order: [{ before: 'a', after: 'b' }] })
  expect(judge(problem, { b: '09:00 den' })).toMatchObject({ violations: [], unplaced: ['a', 'c'] })
})

describe('what attendees can go to', () => {
  const sessions = { long: { minutes: 180 }, a: {}, b: {}, c: {} }
  const places = { long: '09:00 hall', a: '09:00 den', b: '10:00 den', c: '11:00 den' }
  test.each([
    ['nothing is marked', [], 0, 1],
    ['all of it one after the other', [{ sessions: ['a', 'b', 'c'] }], 0, 1],
    ['best without the long one, which clashes with all', [{ sessions: ['long', 'a', 'b', 'c'] }], 3, 3 / 4],
    ['five people who marked the same', [{ sessions: ['long', 'a'], count: 5 }], 5, 1 / 2],
    ['one who can and one who cannot', [{ sessions: ['a', 'b'] }, { sessions: ['long', 'c'] }], 1, 3 / 4],
    ['what is marked twice counts once', [{ sessions: ['a', 'a', 'long'] }], 1, 1 / 2],
  ])('%s', (_, bookmarks, clashes, attendable) => {
    const verdict = judge(smallConference(sessions, { bookmarks }), places)
    expect([verdict.bookmarkClashes, verdict.attendable]).toEqual([clashes, attendable])
  })

  test('what does not take place can be gone to by nobody', () => {
    const problem = smallConference(sessions, { bookmarks: [{ sessions: ['a', 'b'] }] })
    expect(judge(problem, { a: '09:00 den' }).attendable).toBe(1 / 2)
  })
})
