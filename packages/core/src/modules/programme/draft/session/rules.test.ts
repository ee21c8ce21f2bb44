import { expect, test } from 'vitest'
import { matchAppearances, timeOf, toStartsAt } from './rules.ts'

test.each([
  ['2031-11-05', '09:00', '2031-11-05T09:00'],
  ['2031-11-05', '23:45', '2031-11-05T23:45'],
  ['2031-11-05', '05:00', '2031-11-05T05:00'],
  ['2031-11-05', '04:59', '2031-11-06T04:59'],
  ['2031-12-31', '00:30', '2032-01-01T00:30'],
])('on the day %s at %s is %s', (day, time, expected) => {
  expect(toStartsAt(day, time)).toBe(expected)
  expect(timeOf(expected)).toBe(time)
})

test('a session without a time has none', () => expect(timeOf(null)).toBeNull())

const held = [
  { id: 'app_1', personId: 'per_ida', organisationName: 'Stadt', role: 'speaker' },
  { id: 'app_2', personId: 'per_ida', organisationName: 'Stadt', role: 'moderator' },
  { id: 'app_3', personId: null, organisationName: 'Amt', role: 'speaker' },
  { id: 'app_4', personId: null, organisationName: 'Amt', role: 'speaker' },
] as const

test.each<[string, object[], (string | undefined)[]]>([
  ['the same person in the same role', [{ personId: 'per_ida', role: 'moderator' }], ['app_2']],
  ['in another role where that is free', [{ personId: 'per_ida', role: 'host' }], ['app_1']],
  [
    'the role counts before the order',
    [
      { personId: 'per_ida', role: 'host' },
      { personId: 'per_ida', role: 'speaker' },
    ],
    ['app_2', 'app_1'],
  ],
  ['somebody else is new', [{ personId: 'per_bo', organisationName: 'Stadt', role: 'speaker' }], [undefined]],
  [
    'organisations without a person, each once',
    [
      { organisationName: 'Amt', role: 'speaker' },
      { organisationName: 'Amt', role: 'speaker' },
      { organisationName: 'Amt', role: 'speaker' },
    ],
    ['app_3', 'app_4', undefined],
  ],
  [
    'what says itself which it is is not given away',
    [
      { personId: 'per_ida', role: 'speaker' },
      { id: 'app_1', personId: 'per_bo', role: 'speaker' },
    ],
    ['app_2', 'app_1'],
  ],
])('%s', (_, inputs, expected) => {
  expect(matchAppearances(held, inputs as Parameters<typeof matchAppearances>[1])).toEqual(expected)
})
