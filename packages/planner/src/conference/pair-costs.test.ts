import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PairCosts } from './pair-costs.ts'

const readable = (costs: PairCosts, sessions: number) => {
  const { start, items, cost } = costs.rows(sessions)
  return Array.from({ length: sessions }, (_, row) =>
    Array.from({ length: start[row + 1]! - start[row]! }, (__, k) => [items[start[row]! + k], cost[start[row]! + k]]),
  )
}

test('what two sessions cost in parallel adds up and is the same from both sides', () => {
  const costs = new PairCosts()
  costs.add(0, 1, 4)
  costs.add(1, 0, 3)
  costs.add(1, 2, 5)
  expect(readable(costs, 3)).toEqual([
    [[1, 7]],
    [
      [0, 7],
      [2, 5],
    ],
    [[1, 5]],
  ])
})

test('a session is not in parallel with itself, and what is free is not noted', () => {
  const costs = new PairCosts()
  costs.add(1, 1, 9)
  costs.add(0, 1, 0)
  expect([costs.count, readable(costs, 2)]).toEqual([0, [[], []]])
})

test.each([64, 2 ** 22])('any number of pairs in any order add up as in a table, merged from %i on', (unmerged) => {
  const pair = fc.tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 300, size: 'max' }), (pairs) => {
      const costs = new PairCosts(unmerged)
      const table = Array.from({ length: 9 }, () => new Array<number>(9).fill(0))
      for (const [a, b, cost] of pairs) {
        costs.add(a, b, cost)
        if (a === b) continue
        table[a]![b]! += cost
        table[b]![a]! += cost
      }
      const expected = table.map((row) => row.flatMap((cost, other) => (cost > 0 ? [[other, cost]] : [])))
      expect(readable(costs, 9)).toEqual(expected)
    }),
  )
})

test('pairs said again and again take no more memory than once', () => {
  const costs = new PairCosts(64)
  for (let i = 0; i < 10_000; i++) costs.add(i % 7, (i + 1) % 7, 1)
  expect(costs.count).toBeLessThanOrEqual(64)
  expect(readable(costs, 7)[0]!.reduce((sum, [, cost]) => sum + cost!, 0)).toBe(2_857)
})
