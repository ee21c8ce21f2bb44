import { describe, expect, test } from 'vitest'
import { whyImpossible } from './impossible.ts'
import { compile } from './instance.ts'
import { madeUpEnrolment } from './made-up.ts'
import type { EnrolmentProblem } from './problem.ts'

const nothing = (count: number): number[][] => Array.from({ length: count }, () => [])

/** Three events without students on one day of three slots, with one room that suits all. */
const small: EnrolmentProblem = {
  events: 3,
  days: 1,
  slotsPerDay: 3,
  capacity: [10],
  enrolments: [],
  roomFeatures: [[1]],
  eventFeatures: nothing(3),
  available: [[0, 1, 2], [0, 1, 2], [0, 1, 2]],
  order: [],
} // biome-ignore format: one row a list

const proofs = (change: Partial<EnrolmentProblem>) => {
  const problem = { ...small, ...change }
  return whyImpossible(problem, compile(problem))
}

describe('what proves that not every event can have a place', () => {
  test.each<[string, Partial<EnrolmentProblem>, ReturnType<typeof whyImpossible>]>([
    ['nothing', {}, []],
    ['an event without a slot', { available: [[0, 1, 2], [], [0, 1, 2]] }, [{ kind: 'no slot', event: 1 }]],
    ['a feature no room has', { eventFeatures: [[], [], [7]] }, [{ kind: 'no room', event: 2 }]],
    ['a room too small', { capacity: [0], enrolments: [[0]] }, [{ kind: 'no room', event: 0 }]],
    ['an order without room for it', { order: [[0, 1]], available: [[1, 2], [0, 1], [0]] }, [
      { kind: 'order', event: 0 },
      { kind: 'order', event: 1 },
    ]],
    ['nothing where the order just fits', { available: [[0, 1], [0, 1], [0, 1, 2]], order: [[0, 1], [1, 2]] }, []],
    ['a student with too much in one slot', {
      capacity: [10, 10],
      roomFeatures: nothing(2),
      enrolments: [[0, 1]],
      available: [[2], [2], [0, 1, 2]],
    }, [{ kind: 'student', student: 0, missing: 1 }]],
    ['more events than cells', { available: [[0, 1], [0, 1], [0, 1]] }, [{ kind: 'places', missing: 1 }]],
  ])('%s', (_, change, expected) => {
    expect(proofs(change)).toEqual(expected)
  }) // biome-ignore format: one case a line

  test('a problem built around a timetable has none', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const problem = madeUpEnrolment(160, 4, 40, seed)
      expect(whyImpossible(problem, compile(problem))).toEqual([])
    }
  })
})
