import { describe, expect, test } from 'vitest'
import { isNear, lacksOf, readinessOf, warnDays } from './rules.ts'
import type { Prepared, Readiness, ReadinessLack } from './types.ts'

const today = '2031-11-01'
const check = (given: Partial<Prepared>): Prepared => ({ on: null, result: 'open', fallback: null, ...given })

const cases: readonly [string, Prepared | undefined, readonly ReadinessLack[], Readiness][] = [
  ['nothing is known', undefined, ['appointment', 'fallback'], 'not-ready'],
  ['nothing is arranged', check({}), ['appointment', 'fallback'], 'not-ready'],
  ['only a fallback is arranged', check({ fallback: 'recording' }), ['appointment'], 'not-ready'],
  ['the appointment is to come', check({ on: '2031-11-03' }), ['fallback'], 'nearly'],
  ['the appointment is today', check({ on: today, fallback: 'phone' }), [], 'nearly'],
  [
    'the appointment has passed without a word',
    check({ on: '2031-10-31', fallback: 'phone' }),
    ['result'],
    'not-ready',
  ],
  ['the line was good', check({ on: '2031-10-31', result: 'good' }), ['fallback'], 'nearly'],
  ['the line was good, without an appointment', check({ result: 'good', fallback: 'phone' }), [], 'ready'],
  ['everything is arranged', check({ on: '2031-10-31', result: 'good', fallback: 'stand-in' }), [], 'ready'],
  [
    'the line had problems',
    check({ on: '2031-10-31', result: 'problems', fallback: 'phone' }),
    ['solution'],
    'not-ready',
  ],
  [
    'the line had problems, and nothing helps',
    check({ on: '2031-11-03', result: 'problems' }),
    ['solution', 'fallback'],
    'not-ready',
  ],
]

describe.each(cases)('%s', (_, prepared, lacks, readiness) => {
  test('what is missing', () => expect(lacksOf(prepared, today)).toEqual(lacks))
  test('how far they are', () => expect(readinessOf(prepared, today)).toBe(readiness))
})

test.each([
  ['the day itself', '2031-11-01', true],
  ['the day before', '2031-10-31', false],
  ['the last day that is near', '2031-11-15', true],
  ['the first that is not', '2031-11-16', false],
  ['over the change of a year', '2032-11-01', false],
])('%s', (_, day, near) => {
  expect(isNear(day, today)).toBe(near)
  expect(warnDays).toBe(14)
})
