import { describe, expect, test } from 'vitest'
import { madeUpEnrolment } from './made-up.ts'
import type { EnrolmentProblem } from './problem.ts'
import { validate } from './validation.ts'

const problem = madeUpEnrolment(10, 2, 5, 1)
/** The rows with the first one replaced. */
const first = (rows: readonly (readonly number[])[], row: readonly number[]): (readonly number[])[] => [
  row,
  ...rows.slice(1),
]

test('a problem that makes sense passes', () => {
  expect(() => validate(problem)).not.toThrow()
})

describe('what makes no sense is named', () => {
  test.each<[string, Partial<EnrolmentProblem>]>([
    ['number-wrong: what events, where problem, found -1', { events: -1 }],
    ['number-wrong: what slotsPerDay, where problem, found 2.5', { slotsPerDay: 2.5 }],
    ['number-too-large: what slotsPerDay, where problem, found 30, most 12', { slotsPerDay: 30 }],
    ['number-wrong: what days, where problem, found 0', { days: 0 }],
    ['number-wrong: what seats, where room 1, found -3', { capacity: [5, -3] }],
    ['rows-wrong: kind feature, found 2, expected 3', { capacity: [5, 5, 5] }],
    ['rows-wrong: kind slot, found 9, expected 10', { available: problem.available.slice(1) }],
    ['id-unknown: kind event, id 10, where student 0', { enrolments: first(problem.enrolments, [10]) }],
    ['id-unknown: kind event, id -1, where student 0', { enrolments: first(problem.enrolments, [-1]) }],
    ['id-twice: kind event, id 3, where student 0', { enrolments: first(problem.enrolments, [3, 3]) }],
    ['id-unknown: kind slot, id 45, where event 0', { available: first(problem.available, [45]) }],
    ['id-unknown: kind event, id 10, where order', { order: [[0, 10]] }],
    ['order-circle: sessions 4 → 4', { order: [[4, 4]] }],
    ['order-circle: sessions 1 → 2 → 3 → 1', { order: [[1, 2], [2, 3], [3, 1]] }],
  ])('%s', (message, change) => {
    expect(() => validate({ ...problem, ...change })).toThrow(message)
  }) // biome-ignore format: one case a line
})
