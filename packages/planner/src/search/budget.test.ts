import { describe, expect, test } from 'vitest'
import { Budget, endingOf } from './budget.ts'

/** A clock that shows what it is set to. */
function handClock() {
  const hands = { seconds: 100 }
  return { hands, clock: () => hands.seconds }
}

describe('work', () => {
  test('ends the run when it is done, not before', () => {
    const budget = new Budget({ work: 100 })
    expect([budget.spend(60), budget.left(), budget.spend(39), budget.spend(1)]).toEqual([false, 40, false, true])
    expect([budget.ending, budget.spent, budget.left()]).toEqual(['work done', 100, 0])
  })

  test('what is spent beyond the limit leaves nothing, not less', () => {
    const budget = new Budget({ work: 10 })
    expect(budget.spend(25)).toBe(true)
    expect([budget.spent, budget.left()]).toEqual([25, 0])
  })
})

describe('the clock', () => {
  test('counts from the begin of the run and ends it', () => {
    const { hands, clock } = handClock()
    const budget = new Budget({ work: 1e9, cpuSeconds: 5, clock })
    hands.seconds = 104.9
    expect([budget.spend(1), budget.seconds()]).toEqual([false, expect.closeTo(4.9)])
    hands.seconds = 105
    expect([budget.spend(1), budget.ending]).toEqual([true, 'clock'])
  })

  test('without one no time passes', () => {
    const budget = new Budget({ work: 10, cpuSeconds: 1 })
    expect([budget.spend(1), budget.seconds(), budget.reachable()]).toEqual([false, 0, 9])
  })
})

test('a wish to stop comes first, and the run stays ended', () => {
  let isWished = false
  const { hands, clock } = handClock()
  const budget = new Budget({ work: 100, cpuSeconds: 1, clock, cancelled: () => isWished })
  expect(budget.spend(1)).toBe(false)
  isWished = true
  hands.seconds = 200
  expect([budget.spend(1), budget.ending]).toEqual([true, 'cancelled'])
})

describe('what can be reached', () => {
  test.each([
    ['is all before anything is done', 0, 0, 1000],
    ['is all on a machine that is fast enough', 100, 1, 900],
    ['is all where the machine is as good as fast enough', 100, 1.05, 900],
    ['is what the time left allows at this pace', 100, 2, 400],
    ['shrinks as time runs out', 500, 9, 500 / 9],
    ['is nothing when no time is left', 1, 20, 0],
  ])('%s', (_, spent, seconds, expected) => {
    const { hands, clock } = handClock()
    const budget = new Budget({ work: 1000, cpuSeconds: 10, clock })
    budget.spent = spent
    hands.seconds += seconds
    expect(budget.reachable()).toBeCloseTo(expected, 6)
  })

  test('is all without a clock', () => {
    const budget = new Budget({ work: 1000 })
    budget.spend(300)
    expect(budget.reachable()).toBe(700)
  })

  test('goes by the pace since the last lap', () => {
    const { hands, clock } = handClock()
    const budget = new Budget({ work: 1000, cpuSeconds: 10, clock })
    hands.seconds += 5
    budget.spend(1)
    budget.lap()
    expect(budget.reachable()).toBe(999)
    hands.seconds += 1
    budget.spend(100)
    expect(budget.reachable()).toBeCloseTo(400, 6)
  })
})

test.each([
  ['optimal', 0, 'optimal'],
  ['optimal', 2, 'work done'],
  ['clock', 2, 'clock'],
] as const)('a run that ended as %s with %i left out is told as %s', (ending, unplaced, told) => {
  expect(endingOf({ ending }, unplaced)).toBe(told)
})
