import { describe, expect, test } from 'vitest'
import type { Facts } from '../catalogue/types.ts'
import { parseQuery } from '../plan/rules.ts'
import type { Plan, Slot } from '../plan/types.ts'
import { rankDocuments, scoreDocuments, withoutExcluded } from './rules.ts'
import type { Filters } from './types.ts'

const slot = (token: number, terms: Record<string, number>, weight = 1): Slot => ({
  token,
  weight,
  alternatives: new Map(Object.entries(terms).map(([term, factor]) => [term, { factor, manner: 'exact' as const }])),
})
const plan = (slots: Slot[], postings: Record<string, Record<number, number>>, collectionSize = 1_000): Plan => ({
  query: parseQuery('q'),
  slots,
  didYouMean: null,
  version: '1',
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

const session: Facts = { kind: 'session', years: [2031], latestYear: 2031, topics: [], lands: [] }
const noFilters: Filters = { kinds: [], years: [], topics: [], lands: [] }

describe('rankDocuments', () => {
  /** Ids in order, each with the same score unless it says another. */
  const rankOf = (facts: Record<number, Facts>, scores: Record<number, number> = {}, filters = noFilters) => {
    const known = new Map(Object.entries(facts).map(([id, of]) => [Number(id), of]))
    const scored = [...known.keys()].map((id) => ({ id, score: scores[id] ?? 100, isComplete: true }))
    const { page } = rankDocuments(scored.toReversed(), known, filters, { limit: 10, offset: 0 })
    return page.map(({ id }) => id)
  }
  const aged = (latestYear: number | null): Facts => ({ ...session, latestYear })
  const ofKind = (kind: Facts['kind']): Facts => ({ ...session, kind })

  test.each<[string, Record<number, Facts>, Record<number, number>, number[]]>([
    ['the higher score first', { 1: session, 2: session }, { 2: 101 }, [2, 1]],
    ['the lower number among equals', { 2: session, 1: session, 3: session }, {}, [1, 2, 3]],
    ['scores that round to the same are equal', { 1: session, 2: session }, { 1: 99.6, 2: 100.4 }, [1, 2]],
    ['a topic before what is equal', { 1: session, 2: ofKind('topic') }, {}, [2, 1]],
    ['a page after what is equal', { 1: ofKind('page'), 2: ofKind('material'), 3: ofKind('recap') }, {}, [3, 2, 1]],
    ['the newer first', { 1: aged(2029), 2: aged(2031), 3: aged(2030) }, {}, [2, 3, 1]],
    ['a year costs a hundredth', { 1: aged(2031), 2: aged(2030) }, { 1: 100, 2: 102 }, [2, 1]],
    ['after ten years nothing grows older', { 1: aged(2010), 2: aged(2021), 3: aged(2031) }, {}, [3, 1, 2]],
    [
      'what has no date is five years old',
      { 1: aged(2025), 2: aged(null), 3: aged(2027), 4: aged(2031) },
      {},
      [4, 3, 2, 1],
    ],
    ['nothing has a date', { 1: aged(null), 2: aged(null) }, {}, [1, 2]],
  ])('%s', (_, facts, scores, expected) => expect(rankOf(facts, scores)).toEqual(expected))

  test('filters leave the order as it was', () => {
    const facts = {
      1: { ...aged(2030), kind: 'person' as const },
      2: aged(2021),
      3: { ...aged(null), kind: 'person' as const },
    }
    const all = rankOf(facts)
    expect(rankOf(facts, {}, { ...noFilters, kinds: ['person'] })).toEqual(all.filter((id) => id !== 2))
  })

  test('a page is cut from all, and all are counted', () => {
    const facts = new Map([1, 2, 3, 4, 5].map((id) => [id, session]))
    const scored = [1, 2, 3, 4, 5].map((id) => ({ id, score: 100 - id, isComplete: id < 4 }))
    const { total, page } = rankDocuments(scored, facts, noFilters, { limit: 2, offset: 2 })
    expect([total, page]).toEqual([5, [{ id: 3, isComplete: true }, { id: 4, isComplete: false }]]) // biome-ignore format: short
  })

  test('what nothing is known of is no hit', () => {
    const unknown = { id: 9, score: 100, isComplete: true }
    expect(rankDocuments([unknown], new Map(), noFilters, { limit: 10, offset: 0 })).toMatchObject({
      total: 0,
      page: [],
    })
  })
})

test('what holds an excluded word is left out', () => {
  const scored = [1, 2, 3].map((id) => ({ id, score: 1, isComplete: true }))
  const asked = plan([], { '=konzept': { 1: 5 }, konzept: { 1: 5, 3: 5 } })
  expect(withoutExcluded(asked, scored)).toBe(scored)
  const query = parseQuery('Akte -Konzept')
  expect(withoutExcluded({ ...asked, query }, scored).map(({ id }) => id)).toEqual([2])
  expect(withoutExcluded({ ...plan([], {}), query }, scored)).toEqual(scored)
})
