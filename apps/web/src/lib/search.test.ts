import { describe, expect, test } from 'vitest'
import { pieces, readSearch, toggleFacet } from './search.ts'

const read = (query: string) => readSearch(new URLSearchParams(query), 'de')

describe('readSearch', () => {
  test('reads everything that the form sends', () => {
    expect(read('q=+E-Akte+&art=session&art=person&jahr=2017&thema=e-akte&land=14&seite=3')).toEqual({
      query: 'E-Akte',
      locale: 'de',
      kinds: ['session', 'person'],
      years: [2017],
      topics: ['e-akte'],
      lands: ['14'],
      limit: 20,
      offset: 40,
      page: 3,
    })
  })

  test.each([
    'art=nonsense',
    'jahr=abc',
    'jahr=20245',
    "thema='; drop table",
    'land=1',
    'land=141',
    'seite=0',
    'unknown=1',
  ])('what cannot be meant is left out: %s', (query) => {
    expect(read(query)).toMatchObject({ query: '', kinds: [], years: [], topics: [], lands: [], page: 1 })
  })

  test('a query is cut', () => expect(read(`q=${'a'.repeat(1000)}`).query).toHaveLength(300))
})

describe('toggleFacet', () => {
  test.each([
    ['q=x', 'year', '2017', '?q=x&jahr=2017'],
    ['q=x&jahr=2017', 'year', '2018', '?q=x&jahr=2017&jahr=2018'],
    ['q=x&jahr=2017&jahr=2018', 'year', '2017', '?q=x&jahr=2018'],
    ['q=x&seite=3', 'kind', 'person', '?q=x&art=person'],
  ] as const)('%s %s=%s → %s', (query, facet, value, expected) => {
    expect(toggleFacet(query, facet, value)).toBe(expected)
  })
})

describe('pieces', () => {
  test.each([
    [{ text: 'abc', marks: [] }, [{ text: 'abc', isMarked: false }]],
    [
      { text: 'Die E-Akte kommt', marks: [{ start: 4, end: 10 }] },
      [
        { text: 'Die ', isMarked: false },
        { text: 'E-Akte', isMarked: true },
        { text: ' kommt', isMarked: false },
      ],
    ],
    [{ text: 'ab', marks: [{ start: 0, end: 2 }] }, [{ text: 'ab', isMarked: true }]],
    [{ text: '', marks: [] }, []],
  ])('%j', (marked, expected) => {
    expect(pieces(marked)).toEqual(expected)
    expect(
      pieces(marked)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(marked.text)
  })
})
