import { describe, expect, test } from 'vitest'
import { parseQuery } from '../plan/rules.ts'
import type { Plan, Slot } from '../plan/types.ts'
import { scoreDocuments } from './rules.ts'

const slot = (token: number, terms: Record<string, number>, weight = 1): Slot => ({
  token,
  weight,
  alternatives: new Map(Object.entries(terms).map(([term, factor]) => [term, { factor, manner: 'exact' as const }])),
})
const plan = (slots: Slot[], postings: Record<string, Record<number, number>>, collectionSize = 1_000): Plan => ({
  query: parseQuery('q'),
  slots,
  didYouMean: null,
  collectionSize,
  wordings: new Map(),
  postings: new Map(
    Object.entries(postings).map(([term, posting]) => [
      term,
      { documents: Object.keys(posting).map(Number), impacts: Object.values(posting) },
    ]),
  ),
})
const order = (scored: ReturnType<typeof scoreDocuments>) =>
  scored.toSorted((a, b) => b.score - a.score).map(({ id }) => id)

describe('scoreDocuments', () => {
  test('the best alternative counts, not their sum', () => {
    const [one] = scoreDocuments(plan([slot(0, { a: 1, b: 0.5 })], { a: { 1: 100 }, b: { 1: 100 } }))
    expect(one!.score).toBeCloseTo(100 * Math.log(1 + 1_000), 6)
  })
  test('an alternative with a lower factor counts less', () => {
    expect(order(scoreDocuments(plan([slot(0, { a: 1, b: 0.5 })], { a: { 1: 300 }, b: { 2: 500 } })))).toEqual([1, 2])
  })
  test('a rare word decides over a common one', () => {
    const common = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [i + 10, 1]))
    const postings = { rare: { 1: 200 }, common: { ...common, 2: 400 } }
    const found = scoreDocuments(plan([slot(0, { rare: 1 }), slot(1, { common: 1 })], postings))
    expect(order(found)[0]).toBe(1)
  })
  test('complete documents are told and stand first', () => {
    const found = scoreDocuments(plan([slot(0, { a: 1 }), slot(1, { b: 1 })], { a: { 3: 900, 1: 1 }, b: { 1: 1 } }))
    expect(found.map(({ id, isComplete }) => [id, isComplete])).toEqual([
      [1, true],
      [3, false],
    ])
  })
  test('with a page of complete documents nothing else follows', () => {
    const all = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [i + 1, 5]))
    const found = scoreDocuments(plan([slot(0, { a: 1 }), slot(1, { b: 1 })], { a: { ...all, 99: 900 }, b: all }))
    expect(found).toHaveLength(20)
    expect(found.every(({ isComplete }) => isComplete)).toBe(true)
  })
  test('less than half of the query is no answer', () => {
    const slots = [slot(0, { a: 1 }), slot(1, { b: 1 }), slot(2, { c: 1 })]
    expect(scoreDocuments(plan(slots, { a: { 1: 5 }, b: { 2: 5 }, c: { 3: 5 } }))).toEqual([])
  })
  test('a word that nothing answers does not hide the others', () => {
    const found = scoreDocuments(plan([slot(0, { a: 1 }), slot(1, { nowhere: 1 })], { a: { 1: 5 } }))
    expect(found.map(({ id, isComplete }) => [id, isComplete])).toEqual([[1, false]])
  })
  test('nothing at all is found for nothing known', () => {
    expect(scoreDocuments(plan([slot(0, { a: 1 })], {}))).toEqual([])
  })
})
