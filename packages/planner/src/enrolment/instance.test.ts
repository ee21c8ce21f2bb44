import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Lists } from '../lists.ts'
import { daySoftCost } from './constraints/day.ts'
import { compile } from './instance.ts'
import { madeUpEnrolment } from './made-up.ts'
import type { EnrolmentProblem } from './problem.ts'

const listsOf = ({ start, items }: Lists): number[][] =>
  Array.from({ length: start.length - 1 }, (_, i) => [...items.subarray(start[i], start[i + 1])])

/** Four events and three rooms; who is enrolled, what is needed and what comes first differs from test to test. */
function problem(given: Partial<EnrolmentProblem> = {}): EnrolmentProblem {
  return {
    events: 4,
    days: 2,
    slotsPerDay: 3,
    capacity: [5, 2, 2],
    enrolments: [],
    roomFeatures: [[], [0], [0, 1]],
    eventFeatures: [[], [], [], []],
    available: Array.from({ length: 4 }, () => [0, 1, 2, 3, 4, 5]),
    order: [],
    ...given,
  }
}

describe('who is a neighbour of whom', () => {
  test('those who share a student', () => {
    const instance = compile(problem({ enrolments: [[0, 1], [1, 2], [3]] }))
    expect(listsOf(instance.neighbours)).toEqual([[1], [0, 2], [1], []])
    expect(listsOf(instance.studentsOf)).toEqual([[0], [0, 1], [1], [2]])
  })

  test('those in an order', () => {
    const instance = compile(
      problem({
        order: [
          [3, 0],
          [3, 1],
        ],
      }),
    )
    expect(listsOf(instance.neighbours)).toEqual([[3], [3], [], [0, 1]])
    expect([listsOf(instance.before), listsOf(instance.after)]).toEqual([
      [[3], [3], [], []],
      [[], [], [], [0, 1]],
    ])
  })

  test('those that fit one and the same room only', () => {
    const eventFeatures = [[1], [0], [1], [0, 1]]
    expect(listsOf(compile(problem({ eventFeatures })).neighbours)).toEqual([[2, 3], [], [0, 3], [0, 2]])
  })
})

describe('the rooms of an event', () => {
  test('have seats for all who are enrolled', () => {
    const enrolments = [[0, 1], [0, 1], [0]]
    expect(listsOf(compile(problem({ enrolments })).roomsOf)).toEqual([[0], [0, 1, 2], [0, 1, 2], [0, 1, 2]])
  })

  test('have everything it needs', () => {
    const eventFeatures = [[], [0], [1], [2]]
    expect(listsOf(compile(problem({ eventFeatures })).roomsOf)).toEqual([[0, 1, 2], [1, 2], [2], []])
  })
})

test('the slots of an event are those it may take', () => {
  const available = [[0, 5], [], [1], [0, 1, 2, 3, 4, 5]]
  const instance = compile(problem({ available }))
  expect(listsOf(instance.slotsOf)).toEqual(available)
  expect(available.map((_, event) => [...instance.available.subarray(event * 6, event * 6 + 6)])).toEqual([
    [1, 0, 0, 0, 0, 1],
    [0, 0, 0, 0, 0, 0],
    [0, 1, 0, 0, 0, 0],
    [1, 1, 1, 1, 1, 1],
  ])
})

test('taking and freeing a slot change the cost of a day by what the tables say', () => {
  const { dayCost, addCost, removeCost } = compile(problem({ slotsPerDay: 9, available: [[], [], [], []] }))
  const day = fc.integer({ min: 0, max: 511 })
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 8 }), (bits, slot) => {
      const [without, withIt] = [bits & ~(1 << slot), bits | (1 << slot)]
      const difference = daySoftCost(withIt, 9) - daySoftCost(without, 9)
      expect(dayCost[bits]).toBe(daySoftCost(bits, 9))
      expect(addCost[slot * 512 + without]).toBe(difference)
      expect(removeCost[slot * 512 + withIt]).toBe(0 - difference)
    }),
  )
})

test('being a neighbour is mutual, and nobody is their own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (seed) => {
      const { neighbours, adjacent, events } = compile(madeUpEnrolment(40, 3, 20, seed))
      listsOf(neighbours).forEach((own, event) => {
        expect(own).toEqual(
          Array.from({ length: events }, (_, other) => other).filter((other) => adjacent[event * events + other]),
        )
        expect(own).not.toContain(event)
        for (const other of own) expect(adjacent[other * events + event]).toBe(1)
      })
    }),
    { numRuns: 20 },
  )
})
