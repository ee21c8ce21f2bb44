import { describe, expect, test } from 'vitest'
import type { Facts } from '../catalogue/types.ts'
import type { Filters } from '../ranking/types.ts'
import { countFacets, groupDocuments, passesFilters } from './rules.ts'

const noFilters: Filters = { kinds: [], years: [], topics: [], lands: [] }
const talk: Facts = { kind: 'session', years: [2031], latestYear: 2031, topics: ['akten'], lands: ['14'] }
const old: Facts = { ...talk, years: [2029], latestYear: 2029, topics: ['akten', 'cloud'], lands: [] }
const person: Facts = { kind: 'person', years: [2029, 2031], latestYear: 2031, topics: [], lands: ['09', '14'] }
const facts = new Map([
  [1, talk],
  [2, talk],
  [3, old],
  [4, person],
])
const group = (filters: Partial<Filters> = {}, ids = [1, 2, 3, 4]) =>
  groupDocuments(
    ids.map((id) => ({ id })),
    facts,
    { ...noFilters, ...filters },
  )

describe('groupDocuments', () => {
  test('puts together what shares its facts, and leaves out what is unknown', () => {
    expect(group({}, [3, 1, 9, 2]).map(({ documents }) => documents.map(({ id }) => id))).toEqual([[3], [1, 2]])
  })
  test.each<[Partial<Filters>, number[]]>([
    [{}, [1, 2, 3, 4]],
    [{ kinds: ['person'] }, [4]],
    [{ years: [2029] }, [3, 4]],
    [{ years: [2029, 2031], kinds: ['session'] }, [1, 2, 3]],
    [{ topics: ['cloud', 'akten'] }, [1, 2, 3]],
    [{ lands: ['09'], topics: ['akten'] }, []],
  ])('%j lets through %j', (filters, expected) => {
    const through = group(filters).filter(({ passes }) => passesFilters(passes))
    expect(through.flatMap(({ documents }) => documents.map(({ id }) => id)).sort()).toEqual(expected)
  })
})

describe('countFacets', () => {
  test('counts documents, most first, years newest first', () => {
    expect(countFacets(group())).toEqual({
      kind: [
        { value: 'session', count: 3 },
        { value: 'person', count: 1 },
      ],
      year: [
        { value: 2031, count: 3 },
        { value: 2029, count: 2 },
      ],
      topic: [
        { value: 'akten', count: 3 },
        { value: 'cloud', count: 1 },
      ],
      land: [
        { value: '14', count: 3 },
        { value: '09', count: 1 },
      ],
    })
  })
  test('a facet is counted under all filters but its own', () => {
    const { kind, year } = countFacets(group({ kinds: ['session'], years: [2029] }))
    expect(kind).toEqual([
      { value: 'person', count: 1 },
      { value: 'session', count: 1 },
    ])
    expect(year).toEqual([
      { value: 2031, count: 2 },
      { value: 2029, count: 1 },
    ])
  })
  test('topics are at most fifty', () => {
    const many: Facts = { ...talk, topics: Array.from({ length: 80 }, (_, i) => `thema-${i}`) }
    const groups = groupDocuments([{ id: 1 }], new Map([[1, many]]), noFilters)
    expect(countFacets(groups).topic).toHaveLength(50)
  })
  test('of nothing is nothing', () => {
    expect(countFacets([])).toEqual({ kind: [], year: [], topic: [], land: [] })
  })
})
