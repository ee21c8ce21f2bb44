import { expect, test } from 'vitest'
import { emptyTerms } from './terms.ts'

test('nothing costs anything at first, and nobody has a home', () => {
  const terms = emptyTerms(2, 3, 4)
  expect([terms.time.length, terms.room.length, terms.change.length]).toEqual([6, 8, 2])
  expect([...terms.time, ...terms.room, ...terms.change].every((cost) => cost === 0)).toBe(true)
  expect([[...terms.homePosition], [...terms.homeRoom]]).toEqual([
    [-1, -1],
    [-1, -1],
  ])
  expect([terms.overlap.count, terms.groups]).toEqual([0, []])
})
