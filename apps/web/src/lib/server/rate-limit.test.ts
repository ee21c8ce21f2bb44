import { expect, test } from 'vitest'
import { RateLimit } from './rate-limit.ts'

test('so many within the window, then again when the first has left it', () => {
  const limit = new RateLimit(2, 1_000)
  expect([0, 10, 20, 999, 1_000, 1_001].map((now) => limit.take('a', now))).toEqual([
    true,
    true,
    false,
    false,
    true,
    false,
  ])
})

test('each key counts for itself', () => {
  const limit = new RateLimit(1, 1_000)
  expect([limit.take('a', 0), limit.take('b', 0), limit.take('a', 1)]).toEqual([true, true, false])
})

test('forgets the keys that have been silent longest when there are too many', () => {
  const limit = new RateLimit(1, 1_000, 2)
  for (const key of ['a', 'b', 'c']) limit.take(key, 0)
  expect(limit.take('c', 1)).toBe(false)
  expect(limit.take('a', 1)).toBe(true)
})
