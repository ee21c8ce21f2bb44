import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { announcement, stepThrough } from './list.ts'

describe('stepThrough', () => {
  it.each([
    [3, -1, 'ArrowDown', 0],
    [3, 0, 'ArrowDown', 1],
    [3, 2, 'ArrowDown', -1],
    [3, -1, 'ArrowUp', 2],
    [3, 2, 'ArrowUp', 1],
    [3, 0, 'ArrowUp', -1],
    [1, -1, 'ArrowUp', 0],
    [1, 0, 'ArrowDown', -1],
  ] as const)('of %d offers from %d by %s to %d', (count, chosen, key, expected) => {
    expect(stepThrough(count, chosen, key)).toBe(expected)
  })

  it('visits the field and every offer once before it comes round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.constantFrom('ArrowDown', 'ArrowUp'), (count, key) => {
        const visited = [-1]
        for (let step = 0; step < count; step++) visited.push(stepThrough(count, visited.at(-1)!, key))
        expect(new Set(visited).size).toBe(count + 1)
        expect(stepThrough(count, visited.at(-1)!, key)).toBe(-1)
      }),
    )
  })
})

describe('announcement', () => {
  const texts = { one: '1 Vorschlag', many: '2 Vorschläge' }
  it.each([
    [0, ''],
    [1, '1 Vorschlag'],
    [2, '2 Vorschläge'],
    [10, '10 Vorschläge'],
  ])('of %d is %j', (count, expected) => {
    expect(announcement(count, texts)).toBe(expected)
  })

  it('is silent where the page has no texts', () => {
    expect(announcement(3, {})).toBe('')
  })
})
