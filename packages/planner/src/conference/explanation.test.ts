import { expect, test } from 'vitest'
import { at, during, smallConference, standing } from '../../test/small-conference.ts'
import { Explainer } from './explanation.ts'
import { madeUpConference } from './made-up.ts'
import { planConference } from './plan.ts'
import type { ConferenceProblem } from './problem.ts'

const day = { from: '2030-05-06T09:00', to: '2030-05-06T11:00', starts: ['2030-05-06T09:00', '2030-05-06T10:00'] }
const limits = { work: 10_000_000 }

test('a session with no place is told a minimal set of reasons', () => {
  const problem: ConferenceProblem = {
    days: [day],
    rooms: [
      { id: 'hall', capacity: 300 },
      { id: 'den', capacity: 20 },
    ],
    people: [{ id: 'ada', unavailable: [{ from: '2030-05-06T09:00', to: '2030-05-06T10:00' }] }],
    sessions: [
      { id: 'keynote', minutes: 60, fixed: { start: '2030-05-06T10:00', room: 'hall' } },
      { id: 'talk', minutes: 60, people: ['ada'], seats: 100 },
    ],
  }
  const result = planConference(problem, 1, limits)
  expect(result.unplaced).toEqual(['talk'])
  expect(new Explainer(problem, result.placements).whyNowhere('talk').toSorted()).toEqual([
    'availability',
    'seats',
    'session keynote',
  ])
})

test('a session longer than any window is told so, and nothing else', () => {
  const problem: ConferenceProblem = {
    days: [day],
    rooms: [{ id: 'hall' }],
    sessions: [{ id: 'marathon', minutes: 180 }],
  }
  const result = planConference(problem, 1, limits)
  expect(new Explainer(problem, result.placements).whyNowhere('marathon')).toEqual(['length'])
})

test.each<[string, Partial<ConferenceProblem>, string[]]>([
  ['there is no room', { rooms: [] }, ['rooms']],
  ['nothing may begin', { days: [{ ...day, starts: [] }] }, ['start']],
  ['nothing keeps it from a place that the search did not come to', {}, []],
])('a session without a place where %s', (_, more, reasons) => {
  const problem = { days: [day], rooms: [{ id: 'hall' }], sessions: [{ id: 'talk', minutes: 60 }], ...more }
  expect(new Explainer(problem, []).whyNowhere('talk')).toEqual(reasons)
})

test('costs by wish add up to the cost of the plan, here and elsewhere', () => {
  const problem = madeUpConference({ sessions: 30, rooms: 4, days: 2, slotsPerDay: 6, attendees: 20 }, 7)
  const result = planConference(problem, 1, limits)
  const explainer = new Explainer(problem, result.placements)
  const total = Object.values(explainer.costs()).reduce((a, b) => a + b, 0)
  expect(total).toBe(result.cost)
  const reasons = explainer.whyHere('session-3')
  expect(reasons.alternatives.length).toBe(5)
  for (const { change, changes } of reasons.alternatives) {
    expect(Object.values(changes).reduce((a, b) => a + b, 0)).toBe(change)
  }
})

test('after a good search no free place is cheaper than where a session stands', () => {
  const problem = madeUpConference({ sessions: 12, rooms: 3, days: 2, slotsPerDay: 5, attendees: 20 }, 5)
  const result = planConference(problem, 1, { work: 60_000_000 })
  const explainer = new Explainer(problem, result.placements)
  for (const { session } of result.placements) {
    const free = explainer.whyHere(session, 100).alternatives.filter(({ inTheWay }) => inTheWay.length === 0)
    for (const { change } of free) expect(change).toBeGreaterThanOrEqual(0)
  }
})

test.each([
  ['the place of another one', '10:00 room', ['session other']],
  ['a room without what it needs', '12:00 den', ['equipment']],
  ['a time when somebody is away, over the end of the day', '17:30 hall', ['length', 'availability']],
  ['where nothing is in the way', '12:00 hall', []],
  ['in a room that is not there', '12:00 nowhere', ['rooms']],
])('why a session is not at %s', (_, place, reasons) => {
  const problem = smallConference(
    { own: { people: ['ada'], equipment: ['line'], preferredRooms: ['room'] }, other: {} },
    {
      people: [{ id: 'ada', available: [during('09:00-17:00')] }],
      rooms: [{ id: 'den' }, { id: 'room', equipment: ['line'] }, { id: 'hall', equipment: ['line'] }],
    },
  )
  const explainer = new Explainer(problem, standing({ own: '09:00 room', other: '10:00 room' }))
  const [time, room] = place.split(' ') as [string, string]
  const verdict = explainer.whyNot('own', { start: at(time), room })
  expect(verdict.reasons).toEqual(reasons)
  expect(verdict.changes).toEqual(room === 'room' || room === 'nowhere' ? {} : { 'preferred-room': 20 })
})

test('places that overlap a better one in the same room are not named beside it', () => {
  const problem: ConferenceProblem = {
    days: [{ from: '2030-05-06T09:00', to: '2030-05-06T12:00' }],
    gridMinutes: 15,
    rooms: [{ id: 'hall' }, { id: 'den' }],
    sessions: [{ id: 'talk', minutes: 60, published: { start: '2030-05-06T09:00', room: 'hall' } }],
  }
  const { placements } = planConference(problem, 1, limits)
  const { alternatives } = new Explainer(problem, placements).whyHere('talk', 5)
  const places = alternatives.map(({ start, room }) => `${start.slice(11)} ${room}`)
  expect(places).toEqual(['09:15 hall', '09:00 den', '10:15 hall', '10:00 den', '11:00 den'])
})

test('of rooms that are equally good at one time only one is named', () => {
  const sessions = { talk: { preferredRooms: ['hall'], published: { start: at('09:00'), room: 'den' } }, other: {} }
  const rooms = ['den', 'room', 'loft', 'hall'].map((id) => ({ id }))
  const problem = smallConference(sessions, {
    rooms,
    days: [{ ...during('09:00-11:00'), starts: [at('09:00'), at('10:00')] }],
  })
  const explainer = new Explainer(problem, standing({ talk: '09:00 den', other: '10:00 loft' }))
  const places = explainer
    .whyHere('talk', 9)
    .alternatives.map(({ start, room, inTheWay }) => [start.slice(11), room, ...inTheWay].join(' '))
  expect(places).toEqual(['09:00 hall', '09:00 room', '10:00 den', '10:00 hall', '10:00 room', '10:00 loft other'])
})

test('a programme that stands beside the grid is explained like any other', () => {
  const problem = smallConference({ own: { demand: 12 }, late: { preferredRooms: ['hall'] } })
  const explainer = new Explainer(problem, standing({ own: '09:07 den', late: '10:15 den' }))
  expect(explainer.costs()).toEqual({ seats: 8, 'preferred-room': 20 })
  expect(explainer.whyHere('own', 1).alternatives).toEqual([
    { start: at('09:00'), room: 'room', change: -8, changes: { seats: -8 }, inTheWay: [] },
  ])
  expect(explainer.whyNot('late', { start: at('10:00'), room: 'den' }).reasons).toEqual(['session own'])
  expect(explainer.whyNot('own', { start: at('09:07'), room: 'den' }).reasons).toEqual(['start'])
})

test('who is not of the problem is named', () => {
  const problem = smallConference({ own: {} })
  expect(() => new Explainer(problem, standing({ other: '09:00 den' }))).toThrow('id-unknown: kind session, id other')
  expect(() => new Explainer(problem, standing({ own: '09:00 attic' }))).toThrow('id-unknown: kind room, id attic')
  expect(() => new Explainer(problem, []).whyNowhere('other')).toThrow('id-unknown: kind session, id other')
})
