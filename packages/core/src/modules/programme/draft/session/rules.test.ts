import { expect, test } from 'vitest'
import { timeOf, toStartsAt } from './rules.ts'

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
