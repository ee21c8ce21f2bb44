import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toLists } from './lists.ts'

test('lists lie end to end, empty ones too', () => {
  const { start, items } = toLists([[], [4, 2], [], [7], []])
  expect([...start]).toEqual([0, 0, 2, 2, 3, 3])
  expect([...items]).toEqual([4, 2, 7])
})

test('no list at all has one start and nothing in it', () => {
  const { start, items } = toLists([])
  expect([[...start], items.length]).toEqual([[0], 0])
})

test('every list comes out as it went in', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))), (lists) => {
      const { start, items } = toLists(lists)
      expect(lists.map((_, i) => [...items.subarray(start[i], start[i + 1])])).toEqual(lists)
    }),
  )
})
