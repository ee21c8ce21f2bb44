import { describe, expect, test } from 'vitest'
import { mean, ndcg, recall } from './metrics.ts'

const grades = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 1],
])

describe('ndcg', () => {
  test.each([
    [['a', 'b', 'c'], 1],
    [['a', 'b', 'c', 'x'], 1],
    [[], 0],
    [['x', 'y'], 0],
  ])('of %j is %d', (found, expected) => expect(ndcg(found, grades)).toBeCloseTo(expected, 10))

  test('is worked out by hand for a wrong order', () => {
    const ideal = 7 + 3 / Math.log2(3) + 1 / Math.log2(4)
    expect(ndcg(['b', 'x', 'a'], grades)).toBeCloseTo((3 + 7 / Math.log2(4)) / ideal, 10)
  })

  test('looks no deeper than told', () => {
    expect(ndcg(['x', 'a'], grades, 1)).toBe(0)
    expect(ndcg(['a', 'x'], grades, 1)).toBe(1)
  })
})

describe('recall', () => {
  test.each([
    [['a'], 1, 1 / 3],
    [['a', 'b', 'x'], 2, 1],
    [['c'], 3, 0],
    [['a'], 4, undefined],
  ])('of %j from grade %d is %d', (found, grade, expected) => expect(recall(found, grades, grade)).toBe(expected))
})

test('mean passes over what is undefined', () => expect(mean([1, undefined, 2])).toBe(1.5))
