import { expect, test } from 'vitest'
import { addOverlap, emptyTerms } from './terms.ts'

test('nothing costs anything at first, and nobody has a home', () => {
  const terms = emptyTerms(2, 3, 4)
  expect([terms.time.length, terms.room.length, terms.change.length]).toEqual([6, 8, 2])
  expect([...terms.time, ...terms.room, ...terms.change].every((cost) => cost === 0)).toBe(true)
  expect([[...terms.homePosition], [...terms.homeRoom]]).toEqual([
    [-1, -1],
    [-1, -1],
  ])
  expect([terms.overlap.map((row) => row.size), terms.groups]).toEqual([[0, 0], []])
})

test('what two sessions cost in parallel adds up and is the same from both sides', () => {
  const terms = emptyTerms(3, 1, 1)
  addOverlap(terms, 0, 1, 4)
  addOverlap(terms, 1, 0, 3)
  addOverlap(terms, 1, 2, 5)
  expect(terms.overlap.map((row) => [...row])).toEqual([
    [[1, 7]],
    [
      [0, 7],
      [2, 5],
    ],
    [[1, 5]],
  ])
})

test('a session is not in parallel with itself, and what is free is not noted', () => {
  const terms = emptyTerms(2, 1, 1)
  addOverlap(terms, 1, 1, 9)
  addOverlap(terms, 0, 1, 0)
  expect(terms.overlap.map((row) => row.size)).toEqual([0, 0])
})
