import { describe, expect, test } from 'vitest'
import { madeUpCosplib } from '../cosplib/made-up.ts'
import { type CosplibProblem, type CosplibTrack, type Submission, wishes } from '../cosplib/problem.ts'
import { scoreCosplib } from './cosplib.ts'

/** Four submissions a, b of track 0 and c, d of track 1; three sessions of two slots, two rooms; nothing is wished. */
function small(change: {
  readonly submissions?: Readonly<Record<string, Partial<Submission>>>
  readonly tracks?: readonly Partial<CosplibTrack>[]
  readonly problem?: Partial<CosplibProblem>
}): CosplibProblem {
  const nothing = {
    presenters: [],
    attendees: [],
    sessions: [0, 0, 0],
    rooms: [0, 0],
    order: 0,
    slots: 1,
    zone: 'GMT+0',
  }
  return {
    ...madeUpCosplib(10, 1),
    weights: Object.fromEntries(wishes.map((wish) => [wish, 1])) as CosplibProblem['weights'],
    sessions: [0, 1, 2].map((i) => ({ name: `s${i}`, slots: 2, from: 840, to: 900 })),
    rooms: ['hall', 'den'],
    tracks: [0, 1].map((t) => ({
      name: `t${t}`,
      chairs: [],
      sessions: [0, 0, 0],
      rooms: [0, 0],
      similar: [0, 0],
      ...change.tracks?.[t],
    })),
    submissions: ['a', 'b', 'c', 'd'].map((name, i) => ({
      ...nothing,
      name,
      track: i < 2 ? 0 : 1,
      ...change.submissions?.[name],
    })),
    sessionRooms: [0, 1, 2].map(() => [0, 0]),
    hours: {
      zone: 'GMT+0',
      suitable: { from: 570, to: 1_290 },
      lessSuitable: { from: 420, to: 1_380 },
      smallPenalty: 1,
      bigPenalty: 10,
    },
    ...change.problem,
  }
}

/** A plan as cells by session and room, like `ab -d`: two rooms of two slots. */
function plan(problem: CosplibProblem, ...sessions: readonly string[]) {
  const submissions = sessions.map((rooms) =>
    rooms.split(' ').map((cell) => [...cell].map((name) => problem.submissions.findIndex((s) => s.name === name))),
  )
  const tracks = submissions.map((rooms) =>
    rooms.map((slots) => problem.submissions[slots.find((submission) => submission !== -1) ?? -1]?.track ?? -1),
  )
  return { tracks, submissions }
}

const parallel = ['ab cd', '-- --', '-- --']
const apart = ['ab --', 'cd --', '-- --']
const ada = ['ada']

describe('each wish counts', () => {
  test.each<[string, Parameters<typeof small>[0], readonly string[], number]>([
    ['tracks-sessions', { tracks: [{ sessions: [3, 0, 0] }] }, apart, 3],
    ['tracks-rooms', { tracks: [{ rooms: [4, 0] }] }, ['a- b-', 'cd --', '-- --'], 4],
    [
      'sessions-rooms',
      {
        problem: {
          sessionRooms: [
            [0, 5],
            [0, 0],
            [0, 0],
          ],
        },
      },
      parallel,
      5,
    ],
    ['similar-tracks', { tracks: [{ similar: [0, 6] }, { similar: [6, 0] }] }, parallel, 6],
    ['similar-tracks', { tracks: [{ similar: [0, 6] }, { similar: [6, 0] }] }, apart, 0],
    ['rooms-per-track', {}, ['a- --', '-- b-', 'cd --'], 1],
    ['parallel-tracks', {}, ['a- b-', 'cd --', '-- --'], 1],
    ['consecutive-tracks', {}, ['a- --', 'cd --', 'b- --'], 1],
    ['consecutive-tracks', {}, ['a- --', 'b- --', 'cd --'], 0],
    ['time-zones', { submissions: { a: { zone: 'GMT-5' } } }, parallel, 1],
    ['time-zones', { submissions: { a: { zone: 'GMT+11' } } }, parallel, 10],
    ['order', { submissions: { a: { order: 2 }, b: { order: 1 } } }, apart, 2],
    ['order', { submissions: { a: { order: 1 }, b: { order: 2 } } }, apart, 0],
    ['order', { submissions: { a: { order: 1 }, b: { order: 2 } } }, ['a- b-', 'cd --', '-- --'], 1],
    ['submissions-sessions', { submissions: { c: { sessions: [0, 7, 0] } } }, apart, 7],
    ['submissions-sessions', { submissions: { b: { sessions: [2, 0, 0], slots: 2 } } }, ['bb --', 'a- --', 'cd --'], 4],
    ['submissions-rooms', { submissions: { c: { rooms: [0, 8] } } }, parallel, 8],
    ['presenters', { submissions: { a: { presenters: ada }, d: { presenters: ada } } }, parallel, 1],
    ['presenters', { submissions: { a: { presenters: ada }, d: { presenters: ada } } }, apart, 0],
    ['presenters', { submissions: { a: { presenters: ada }, b: { presenters: ada } } }, apart, 0],
    ['presenters', { submissions: { a: { presenters: ada } }, tracks: [{}, { chairs: ada }] }, parallel, 2],
    ['presenters-slot', { submissions: { a: { presenters: ada }, d: { presenters: ada } } }, parallel, 0],
    ['presenters-slot', { submissions: { a: { presenters: ada }, c: { presenters: ada } } }, parallel, 1],
    ['attendees', { submissions: { a: { attendees: ada }, d: { presenters: ada } } }, parallel, 1],
    ['attendees-slot', { submissions: { b: { attendees: ada }, d: { attendees: ada } } }, parallel, 1],
    [
      'attendees-slot',
      { submissions: { b: { attendees: ada }, d: { attendees: ada } } },
      ['ab dc', '-- --', '-- --'],
      0,
    ],
    ['chairs', { tracks: [{ chairs: ada }, { chairs: ['bo', 'ada'] }] }, parallel, 1],
    ['chairs', { tracks: [{ chairs: ada }, { chairs: ['bo', 'ada'] }] }, apart, 0],
  ])('%s %#', (wish, change, sessions, count) => {
    const problem = small(change)
    expect(scoreCosplib(problem, plan(problem, ...sessions)).costs[wish]).toBe(count)
  })
})

test('nothing wished costs nothing, and a weight multiplies', () => {
  const calm = small({})
  expect(scoreCosplib(calm, plan(calm, ...parallel))).toMatchObject({ objective: 0, broken: [] })
  const weighty = small({ problem: { weights: { ...calm.weights, 'parallel-tracks': 50 } } })
  expect(scoreCosplib(weighty, plan(weighty, 'a- b-', 'cd --', '-- --')).objective).toBe(51)
})

test.each([
  ['a submission is missing', {}, ['a- --', 'cd --', '-- --'], ['b has 0 of 1 slots']],
  ['one stands twice', {}, ['ab b-', 'cd --', '-- --'], ['b has 2 of 1 slots', 'b is torn apart']],
  ['a long one is torn', { submissions: { a: { slots: 2 } } }, ['a- --', 'ab --', 'cd --'], ['a is torn apart']],
])('%s: no plan', (_, change, sessions, broken) => {
  const problem = small(change)
  expect(scoreCosplib(problem, plan(problem, ...sessions)).broken).toEqual(broken)
})

test('a submission in the cell of another track is no plan', () => {
  const problem = small({})
  const { submissions } = plan(problem, ...apart)
  const tracks = [
    [0, -1],
    [0, -1],
    [-1, -1],
  ]
  expect(scoreCosplib(problem, { tracks, submissions }).broken).toEqual([
    'c stands in a cell of t0: s1, hall',
    'd stands in a cell of t0: s1, hall',
  ])
})

test('a submission beyond the slots of its session is no plan', () => {
  const problem = small({})
  const { tracks, submissions } = plan(problem, ...apart)
  const short = { ...problem, sessions: problem.sessions.map((session) => ({ ...session, slots: 1 })) }
  expect(scoreCosplib(short, { tracks, submissions }).broken).toEqual([
    'b stands after the end: s0, hall',
    'd stands after the end: s1, hall',
  ])
})

test('a zone of another form is refused rather than scored wrongly', () => {
  const problem = small({ submissions: { a: { zone: 'Mars' } } })
  expect(() => scoreCosplib(problem, plan(problem, ...apart))).toThrow('Mars')
})
