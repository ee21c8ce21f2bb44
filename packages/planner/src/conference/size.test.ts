import { expect, test } from 'vitest'
import { compileTerms } from './constraints/all.ts'
import { compile } from './instance.ts'
import { madeUpConference } from './made-up.ts'
import { planConference } from './plan.ts'
import type { ConferenceProblem, Session } from './problem.ts'
import { requireCountable, requireTables } from './size.ts'

const day = { from: '2030-05-06T09:00', to: '2030-05-06T12:00' }
const small = (session: Partial<Session>, more: Partial<ConferenceProblem> = {}): ConferenceProblem => ({
  days: [day],
  rooms: [{ id: 'den' }, { id: 'hall' }],
  sessions: [
    { id: 'a', minutes: 60, ...session },
    { id: 'b', minutes: 60 },
  ],
  ...more,
})
const at = (start: string) => ({ start, room: 'den' })

test.each([
  ['a usual one', small({})],
  ['one published the year before', small({ published: at('2029-05-06T09:07') })],
  ['a large one', madeUpConference({ sessions: 5_000, rooms: 100, days: 5, slotsPerDay: 12, attendees: 500 }, 1)],
])('%s has its tables and can be counted', (_, problem) => {
  expect(() => requireTables(problem)).not.toThrow()
  expect(() => requireCountable(problem)).not.toThrow()
})

test('the step that is reckoned with is the one that is compiled', () => {
  for (const minutes of [45, 60, 50]) {
    const problem = small({ minutes }, { gridMinutes: 30, days: [{ ...day, to: '9999-12-31T12:00' }] })
    const { tickMinutes } = compile({ ...problem, days: [day] })
    expect(() =>
      requireTables({ ...problem, days: [day, { from: '9999-12-31T09:00', to: '9999-12-31T12:00' }] }),
    ).toThrow(`times-too-far-apart: from 2030-05-06T09:00, to 9999-12-31T12:00, step ${tickMinutes},`)
  }
})

test.each<[string, ConferenceProblem]>([
  ['times-too-far-apart: from 2030-05-06T09:00, to 9999-11-05T10:01', small({ published: at('9999-11-05T10:01') })],
  ['times-too-far-apart: from 1031-05-06T10:00, to 2030', small({ fixed: at('1031-05-06T10:00') }, { gridMinutes: 1 })],
  ['times-too-far-apart', small({ starts: ['9999-11-05T10:01'] })],
  [
    'problem-too-large: what starts, found',
    small({}, { gridMinutes: 1, days: [{ from: '2030-05-06T09:00', to: '2040-05-06T09:00' }] }),
  ],
  [
    'problem-too-large: what sessions × starts, found 420768000',
    small(
      {},
      {
        gridMinutes: 1,
        days: [{ from: '2030-01-01T00:00', to: '2038-01-01T00:00' }],
        sessions: Array.from({ length: 100 }, (_, i) => ({ id: `s${i}`, minutes: 60 })),
      },
    ),
  ],
])('%s', (message, problem) => {
  expect(() => planConference(problem, 1, { work: 1 })).toThrow(message)
})

const marked = [{ sessions: ['a', 'b'], count: 1_000_000 }]

test.each<[string, ConferenceProblem]>([
  ['a weight', small({}, { bookmarks: marked, weights: { 'bookmark-clash': 10_000 } })],
  ['people affected', small({ published: at('2030-05-06T09:00'), affected: 1e9 })],
  ['people expected', small({ demand: 1e9 })],
  ['a weight of topics', small({ topics: ['x', 'y'] }, { weights: { 'similar-parallel': 1e9 } })],
])('%s beyond what is counted is named with its session', (_, problem) => {
  expect(() => planConference(problem, 1, { work: 1 })).toThrow('costs-too-large: session a, found')
})

test('what is reckoned is never less than what a session costs anywhere', () => {
  const made = madeUpConference({ sessions: 40, rooms: 5, days: 3, slotsPerDay: 5, attendees: 60 }, 3)
  const instance = compile(made)
  const terms = compileTerms(instance)
  const rows = terms.overlap.rows(made.sessions.length)
  const own = made.sessions.map(
    (_, i) =>
      Math.max(...terms.time.subarray(i * instance.positions, (i + 1) * instance.positions)) +
      Math.max(...terms.room.subarray(i * instance.rooms, (i + 1) * instance.rooms)) +
      terms.change[i]! +
      rows.cost.subarray(rows.start[i], rows.start[i + 1]).reduce((sum, cost) => sum + cost, 0),
  )
  const most = Math.max(...own)
  const factor = Math.ceil((2 ** 31 / most) * 1.01)
  const { weights: _, ...rest } = made
  const heavy = Object.fromEntries(
    [
      'bookmark-clash',
      'seats',
      'preferred-time',
      'undesired-time',
      'preferred-room',
      'undesired-room',
      'published-change',
    ].map((name, i) => [name, factor * [10, 4, 20, 20, 20, 20, 10][i]!]),
  )
  expect(() => requireCountable({ ...rest, weights: heavy })).toThrow('costs-too-large')
})
