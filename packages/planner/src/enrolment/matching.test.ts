import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unmatched } from './matching.ts'

test.each([
  [[], 0],
  [[[0], [0]], 1],
  [[[0, 1], [0]], 0],
  [[[0], [0, 1], [1, 2]], 0],
  [[[], [2]], 1],
  [[[0, 1], [0, 1], [0, 1]], 1],
] as [number[][], number][])('%j leaves %d without', (wanted, without) => {
  expect(unmatched(wanted.length, 3, (one) => wanted[one]!)).toBe(without)
}) // biome-ignore format: one case a line

/** The smallest number left out, by trying everything. */
function byForce(wanted: readonly number[][], taken: ReadonlySet<number> = new Set(), from = 0): number {
  if (from === wanted.length) return 0
  const placed = wanted[from]!.filter((place) => !taken.has(place)).map((place) =>
    byForce(wanted, new Set([...taken, place]), from + 1),
  )
  return Math.min(1 + byForce(wanted, taken, from + 1), ...placed)
}

test('leaves no more without than trying everything does', () => {
  const rows = fc.array(fc.uniqueArray(fc.nat(4), { maxLength: 3 }), { maxLength: 6 })
  fc.assert(
    fc.property(rows, (wanted) => {
      expect(unmatched(wanted.length, 5, (one) => wanted[one]!)).toBe(byForce(wanted))
    }),
  )
})
