import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daySoftCost } from '../enrolment/constraints/day.ts'
import { judgeEnrolment } from './enrolment.ts'

/** Three events, two rooms (the second has what event 2 needs), two days of five slots, three students. */
const problem = {
  events: 3,
  days: 2,
  slotsPerDay: 5,
  capacity: [2, 1],
  enrolments: [[0, 1], [0], [2]],
  roomFeatures: [[], [7]],
  eventFeatures: [[], [], [7]],
  available: [
    [0, 1, 2, 3, 4],
    [0, 1, 2, 3, 4, 5],
    [0, 1],
  ],
  order: [[0, 1]] as [number, number][],
}

test('a valid timetable has no violation, no distance, and costs what students dislike', () => {
  expect(judgeEnrolment(problem, { slot: [0, 1, 0], room: [0, 0, 1] })).toEqual({
    violations: [],
    distance: 0,
    softCost: 2,
  })
})

describe('every rule that is broken is said', () => {
  test.each([
    [
      'a student in two places',
      [1, 1, 0],
      [0, 1, 1],
      ['event 0 is not before event 1', 'student 0 is twice in slot 1'],
    ],
    ['a room for two', [0, 1, 1], [0, 1, 1], ['events 1 and 2 share a room in slot 1']],
    ['too few seats', [0, 1, 1], [1, 0, 1], ['event 0 does not fit room 1']],
    [
      'a missing feature',
      [0, 1, 0],
      [0, 0, 0],
      ['room 0 lacks 7 for event 2', 'events 0 and 2 share a room in slot 0'],
    ],
    ['a slot that is not free', [0, 1, 4], [0, 0, 1], ['event 2 may not stand in slot 4']],
    ['the wrong order', [3, 1, 0], [0, 0, 1], ['event 0 is not before event 1']],
    ['a room that is not there', [0, 1, 0], [0, 0, 2], ['event 2 stands in no known room']],
    ['a slot without a room', [0, 1, 0], [0, 0, -1], ['event 2 has only one of slot and room']],
  ])('%s', (_, slot, room, violations) => {
    expect(judgeEnrolment(problem, { slot, room }).violations).toEqual(violations)
  })
})

test('what is left out counts by its students, and binds nobody', () => {
  const verdict = judgeEnrolment(problem, { slot: [-1, 0, 0], room: [-1, 0, 1] })
  expect([verdict.violations, verdict.distance]).toEqual([[], 2])
})

describe('what students dislike', () => {
  const oneStudent = (slots: readonly number[]) => {
    const events = slots.length
    return judgeEnrolment(
      {
        events,
        days: 2,
        slotsPerDay: 5,
        capacity: [1],
        enrolments: [slots.map((_, event) => event)],
        roomFeatures: [[]],
        eventFeatures: slots.map(() => []),
        available: slots.map(() => Array.from({ length: 10 }, (_, slot) => slot)),
        order: [],
      },
      { slot: slots, room: slots.map(() => 0) },
    ).softCost
  }

  test.each([
    ['a free day', [], 0],
    ['one event on a day', [1], 1],
    ['only the last slot of a day', [4], 2],
    ['two events', [0, 2], 0],
    ['three in a row', [0, 1, 2], 1],
    ['four in a row', [0, 1, 2, 3], 2],
    ['all day', [0, 1, 2, 3, 4], 4],
    ['the end of one day and the begin of the next are no row', [3, 4, 5, 6], 1],
    ['a gap ends a row', [0, 1, 3], 0],
  ])('%s', (_, slots, cost) => expect(oneStudent(slots)).toBe(cost))

  test('is the same for the engine, which counts in bits, and for the checker', () => {
    const day = fc.uniqueArray(fc.integer({ min: 0, max: 4 }))
    fc.assert(
      fc.property(day, day, (first, second) => {
        const bits = (slots: readonly number[]) => slots.reduce((all, slot) => all | (1 << slot), 0)
        const counted = oneStudent([...first, ...second.map((slot) => slot + 5)])
        expect(counted).toBe(daySoftCost(bits(first), 5) + daySoftCost(bits(second), 5))
      }),
    )
  })
})
