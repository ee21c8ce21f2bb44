import { expect, test } from 'vitest'
import { patternTiles, tileShapes } from './pattern.ts'

test('the same seed gives the same pattern, another seed another', () => {
  expect(patternTiles('2017', 8, 4)).toEqual(patternTiles('2017', 8, 4))
  expect(patternTiles('2017', 8, 4)).not.toEqual(patternTiles('2018', 8, 4))
})

test.each(['2016', '2024', 'fachtag', 'ä', ''])(
  '%j stays within its squares and uses every shape and tone in the long run',
  (seed) => {
    const tiles = patternTiles(seed, 20, 20)
    expect(tiles.every(({ x, y }) => x >= 0 && x < 20 && y >= 0 && y < 20)).toBe(true)
    expect(new Set(tiles.map((tile) => tile.shape)).size).toBe(tileShapes.length)
    expect(new Set(tiles.map((tile) => tile.tone)).size).toBe(3)
    expect(new Set(tiles.map((tile) => tile.turns)).size).toBe(4)
    expect(tiles.length).toBeGreaterThan(280)
    expect(tiles.length).toBeLessThan(390)
  },
)
