import { expect, test } from 'vitest'
import type { ConferenceProblem } from './problem.ts'
import { validate } from './validation.ts'

const good: ConferenceProblem = {
  days: [{ from: '2030-05-06T09:00', to: '2030-05-06T17:00' }],
  rooms: [{ id: 'hall' }],
  people: [{ id: 'ada' }],
  sessions: [
    { id: 'a', minutes: 30, people: ['ada'] },
    { id: 'b', minutes: 30 },
    { id: 'c', minutes: 30 },
  ],
}

const codeOf = (problem: ConferenceProblem): unknown => {
  try {
    validate(problem)
  } catch (error) {
    const { code, params } = error as { code: string; params: unknown }
    return { code, params }
  }
  return 'valid'
}

test('a sensible problem is valid', () => {
  expect(codeOf(good)).toBe('valid')
})

const session = good.sessions[0]!
const bad: [string, ConferenceProblem, unknown][] = [
  ['no day', { ...good, days: [] }, { code: 'days-missing', params: {} }],
  [
    'an unknown person',
    { ...good, sessions: [{ ...session, people: ['bob'] }] },
    { code: 'id-unknown', params: { kind: 'person', id: 'bob', where: 'session a' } },
  ],
  [
    'somebody from elsewhere who does not take part',
    { ...good, sessions: [{ ...session, remote: ['bob'] }] },
    { code: 'id-unknown', params: { kind: 'person', id: 'bob', where: 'session a' } },
  ],
  [
    'an unknown room',
    { ...good, sessions: [{ ...session, fixed: { start: '2030-05-06T09:00', room: 'attic' } }] },
    { code: 'id-unknown', params: { kind: 'room', id: 'attic', where: 'session a' } },
  ],
  [
    'an unknown session in a bookmark',
    { ...good, bookmarks: [{ sessions: ['a', 'z'] }] },
    { code: 'id-unknown', params: { kind: 'session', id: 'z', where: 'bookmark 0' } },
  ],
  [
    'an id twice',
    { ...good, rooms: [{ id: 'hall' }, { id: 'hall' }] },
    { code: 'id-twice', params: { kind: 'room', id: 'hall' } },
  ],
  [
    'negative minutes',
    { ...good, sessions: [{ ...session, minutes: -30 }] },
    { code: 'number-wrong', params: { what: 'minutes', where: 'session a', found: -30, least: 1 } },
  ],
  [
    'a time that is none',
    { ...good, days: [{ from: '2030-02-30T09:00', to: '2030-05-06T17:00' }] },
    { code: 'time-wrong', params: { found: '2030-02-30T09:00' } },
  ],
  [
    'a day that ends before it begins',
    { ...good, days: [{ from: '2030-05-06T17:00', to: '2030-05-06T09:00' }] },
    { code: 'interval-wrong', params: { from: '2030-05-06T17:00', to: '2030-05-06T09:00' } },
  ],
  [
    'a circle in the order',
    {
      ...good,
      order: [
        { before: 'a', after: 'b' },
        { before: 'b', after: 'c' },
        { before: 'c', after: 'a' },
      ],
    },
    { code: 'order-circle', params: { sessions: 'a → b → c → a' } },
  ],
  [
    'a weight below nothing',
    { ...good, weights: { seats: -1 } },
    { code: 'number-wrong', params: { what: 'seats', where: 'weights', found: -1, least: 0 } },
  ],
]

test.each(bad)('%s is named', (_, problem, expected) => {
  expect(codeOf(problem)).toEqual(expected)
})
