import { expect, test } from 'vitest'
import { Random } from './random.ts'

test('the same seed gives the same numbers, another one others', () => {
  const draw = (seed: number): number[] => {
    const random = new Random(seed)
    return Array.from({ length: 100 }, () => random.next())
  }
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
})

test('numbers below a bound are spread evenly', () => {
  const random = new Random(3)
  const counts = new Array<number>(10).fill(0)
  for (let i = 0; i < 100_000; i++) counts[random.below(10)]!++
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500)
})

test('fractions stay strictly between 0 and 1', () => {
  const random = new Random(4)
  const values = Array.from({ length: 100_000 }, () => random.fraction())
  expect(values.every((value) => value > 0 && value < 1)).toBe(true)
})

test('shuffling keeps what is there', () => {
  const random = new Random(5)
  const items = Array.from({ length: 50 }, (_, i) => i)
  random.shuffle(items)
  expect(items).not.toEqual(items.toSorted((a, b) => a - b))
  expect(items.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i))
})
