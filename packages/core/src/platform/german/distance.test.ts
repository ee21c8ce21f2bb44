import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, toleratedMistakes } from './distance.ts'

describe('editDistance', () => {
  test.each([
    ['verwaltung', 'verwaltung', 0],
    ['digitalisirung', 'digitalisierung', 1],
    ['verwaltugn', 'verwaltung', 1],
    ['hochturn', 'hochthurn', 1],
    ['cybersicherheti', 'cybersicherheit', 1],
    ['meier', 'maier', 1],
    ['phising', 'phishing', 1],
    ['kita', 'kitas', 1],
    ['jena', 'gera', 2],
    ['', 'ab', 2],
    ['abc', '', 3],
  ])('%s, %s: %d', (a, b, distance) => expect(editDistance(a, b, 5)).toBe(distance))

  test.each([
    ['verwaltung', 'gemeinde', 2, 3],
    ['a', 'abcdef', 2, 3],
    ['abcdef', 'ghijkl', 0, 1],
  ])('%s, %s stops above %d', (a, b, limit, answer) => expect(editDistance(a, b, limit)).toBe(answer))

  test('is the same in both directions, 0 only for the same word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b, 20)).toBe(editDistance(b, a, 20))
        expect(editDistance(a, b, 20) === 0).toBe(a === b)
      }),
    )
  })
})

test.each([
  [3, 0],
  [4, 1],
  [5, 1],
  [6, 2],
  [11, 2],
  [12, 3],
])('a word of %d letters may hold %d mistakes', (length, mistakes) => expect(toleratedMistakes(length)).toBe(mistakes))
