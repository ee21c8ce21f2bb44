import { expect, test } from 'vitest'
import { smallConference } from '../../test/small-conference.ts'
import { compileTerms } from './constraints/all.ts'
import { compile } from './instance.ts'
import { emptyTerms, matter } from './terms.ts'

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

test.each([
  ['topic-spread', false],
  ['seats', true],
] as const)('whether %s matters is known from its terms', (name, expected) => {
  const instance = compile(smallConference({ a: {}, b: { demand: 11 } }))
  expect(matter(compileTerms(instance, [name]))).toBe(expected)
})
