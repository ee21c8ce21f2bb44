import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayConstraints, daySoftCost } from './day.ts'
import { lastSlot } from './last-slot.ts'
import { loneEvent } from './lone-event.ts'
import { longRun } from './long-run.ts'

/** `x.xx` → bits, the first slot first. */
const bitsOf = (day: string): number => [...day].reduce((bits, slot, i) => bits | (Number(slot === 'x') << i), 0)

describe.each([
  [lastSlot, { '.........': 0, '........x': 1, 'x........': 0, xxxxxxxxx: 1, '.......x.': 0 }],
  [loneEvent, { '.........': 0, x: 1, 'x........': 1, '....x....': 1, '........x': 1, 'x.......x': 0, xx: 0 }],
  [longRun, { 'xx.......': 0, xxx: 1, 'xxx......': 1, 'xx.xx.xx.': 0, '.....xxxx': 2, 'xxx...xxx': 2, xxxxxxxxx: 7 }],
])('$name', ({ count }, days) => {
  test.each(Object.entries(days))('%s costs %d', (day, cost) => expect(count(bitsOf(day), day.length)).toBe(cost))
})

test('a day costs the sum of what is disliked about it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 511 }), (bits) => {
      const parts = [lastSlot, longRun, loneEvent].map((constraint) => constraint.count(bits, 9))
      expect(daySoftCost(bits, 9)).toBe(parts.reduce((sum, part) => sum + part, 0))
    }),
  )
})

test('an empty day costs nothing, and each dislike has a name and a meaning', () => {
  expect(daySoftCost(0, 9)).toBe(0)
  expect(new Set(dayConstraints.flatMap(({ name, meaning }) => [name, meaning])).size).toBe(2 * dayConstraints.length)
})
