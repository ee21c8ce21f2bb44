import { describe, expect, test } from 'vitest'
import { agsOf, foldRegisterName, landKeys, landName, levelOf, sizeClassOf, toRegisterRow } from './rules.ts'

describe('sizeClassOf', () => {
  test.each([
    [0, 'under-5000'],
    [4_999, 'under-5000'],
    [5_000, '5000-10000'],
    [19_802, '10000-20000'],
    [20_000, '20000-50000'],
    [99_999, '50000-100000'],
    [111_191, '100000-500000'],
    [500_000, 'from-500000'],
  ])('%i → %s', (population, expected) => expect(sizeClassOf(population)).toBe(expected))
})

test('keys say what they stand for', () => {
  expect(landKeys).toHaveLength(16)
  expect([landName('14'), landName('99')]).toEqual(['Sachsen', '99'])
  expect(['14', '14713', '147305311', '147305311310', '147'].map(levelOf)).toEqual([
    'land',
    'district',
    'association',
    'municipality',
    null,
  ])
  expect([agsOf('147305311310'), agsOf('14713')]).toEqual(['14730310', null])
})

test.each([
  ['Köln', 'Koeln'],
  ['Halle (Saale)', 'halle saale'],
  ['Ilm-Kreis', 'ILM KREIS'],
  ['Weißenfels', 'Weissenfels'],
])('%s and %s are one name', (a, b) => expect(foldRegisterName(a)).toBe(foldRegisterName(b)))

test('a row knows its parents, its area in square kilometres and its size class', () => {
  const input = {
    ars: '147305311310',
    ags: '14730310',
    level: 'municipality',
    name: 'Torgau',
    designation: 'Stadt',
  } as const
  expect(toRegisterRow({ ...input, population: 19_802, hectares: 10_282 }, '2023-11-30')).toEqual({
    ars: '147305311310',
    ags: '14730310',
    level: 'municipality',
    name: 'Torgau',
    designation: 'Stadt',
    land: '14',
    district_ars: '14730',
    association_ars: '147305311',
    population: 19_802,
    area_km2: 102.82,
    size_class: '10000-20000',
    folded: 'torgau',
    as_of: '2023-11-30',
  })
  const unknown = toRegisterRow({ ...input, population: null, hectares: null }, '2023-11-30')
  expect([unknown.size_class, unknown.area_km2]).toEqual([null, null])
})
