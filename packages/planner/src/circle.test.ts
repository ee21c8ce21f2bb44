import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCircle } from './circle.ts'

test.each([
  [[], undefined],
  [[['a', 'b']], undefined],
  [[['a', 'a']], ['a', 'a']],
  [[['a', 'b'], ['b', 'a']], ['a', 'b', 'a']],
  [[['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd']], undefined],
  [[['x', 'a'], ['a', 'b'], ['b', 'c'], ['c', 'a']], ['a', 'b', 'c', 'a']],
] as [[string, string][], string[] | undefined][])('%j', (pairs, circle) => {
  expect(findCircle(pairs)).toEqual(circle)
}) // biome-ignore format: one case a line

test('pairs that all go upwards have no circle, and every circle found is made of the pairs', () => {
  const pairs = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 30 })
  fc.assert(
    fc.property(pairs, (list) => {
      expect(findCircle(list.filter(([a, b]) => a < b))).toBeUndefined()
      const circle = findCircle(list) ?? []
      for (let i = 1; i < circle.length; i++) expect(list).toContainEqual([circle[i - 1], circle[i]])
    }),
  )
})
