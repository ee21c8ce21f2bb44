import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArrowKey, type Box, nextBox } from './arrows.ts'

const box = (left: number, top: number, width = 100, height = 50): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

// A tall workshop beside two talks, with a break below that runs across all three.
const boxes = [box(0, 0), box(0, 60), box(110, 0, 100, 110), box(220, 30, 100, 50), box(0, 120, 320, 40)]

describe('nextBox', () => {
  it.each<[number, ArrowKey, number | undefined]>([
    [0, 'ArrowDown', 1],
    [1, 'ArrowUp', 0],
    [0, 'ArrowRight', 2],
    [1, 'ArrowRight', 2],
    [2, 'ArrowRight', 3],
    [3, 'ArrowLeft', 2],
    [3, 'ArrowDown', 4],
    [4, 'ArrowUp', 2],
    [0, 'ArrowUp', undefined],
    [0, 'ArrowLeft', undefined],
    [4, 'ArrowDown', undefined],
  ])('from %d by %s to %s', (current, key, expected) => {
    expect(nextBox(boxes, current, key)).toBe(expected)
  })

  it('goes nowhere from nowhere', () => {
    expect(nextBox(boxes, -1, 'ArrowDown')).toBeUndefined()
  })

  it('reaches every cell of a full table, and comes back the way it went', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (columns, rows) => {
        const table = Array.from({ length: columns * rows }, (_, n) =>
          box((n % columns) * 110, Math.floor(n / columns) * 60),
        )
        for (let n = 0; n < table.length; n++) {
          const right = nextBox(table, n, 'ArrowRight')
          expect(right).toBe(n % columns === columns - 1 ? undefined : n + 1)
          if (right !== undefined) expect(nextBox(table, right, 'ArrowLeft')).toBe(n)
          const down = nextBox(table, n, 'ArrowDown')
          expect(down).toBe(n + columns < table.length ? n + columns : undefined)
        }
      }),
    )
  })
})
