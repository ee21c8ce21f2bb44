import { describe, expect, test } from 'vitest'
import { readGv100ad } from './gv100ad.ts'

/** A record of the file with made-up content. */
function record(parts: {
  kind: string
  key: string
  association?: string
  name: string
  seat?: string
  text?: string
  area?: number
  population?: number | string
  postCode?: string
  asOf?: string
}): string {
  const {
    kind,
    key,
    association = '',
    name,
    seat = '',
    text = '',
    area,
    population,
    postCode = '',
    asOf = '20300131',
  } = parts
  const number = (value: number | string | undefined) =>
    value === undefined ? ' '.repeat(11) : String(value).padStart(11, '0')
  const head = kind + asOf + key.padEnd(8) + association.padEnd(4) + name.padEnd(50) + seat.padEnd(50) + text.padEnd(2)
  return `${head}    ${number(area)}${number(population)}${number(undefined)}    ${postCode.padEnd(5)}`.padEnd(220)
}

const land = record({ kind: '10', key: '77', name: 'Musterland', seat: 'Musterstadt' })
const district = record({ kind: '40', key: '77001', name: 'Musterkreis', seat: 'Musterstadt', text: '44' })
const association = record({ kind: '50', key: '77001', association: '5001', name: 'VG Musterwald', text: '53' })
const municipality = record({
  kind: '60',
  key: '77001002',
  association: '5001',
  name: 'Musterbach, Stadt',
  text: '63',
  area: 1234,
  population: 5678,
  postCode: '00123',
})

describe('readGv100ad', () => {
  test('reads every level with the keys of what it belongs to', () => {
    const { rows, problems } = readGv100ad([land, district, association, municipality, ''].join('\r\n'))
    expect(problems).toEqual([])
    expect(
      rows?.map(({ level, ars, land, districtArs, associationArs }) => [level, ars, land, districtArs, associationArs]),
    ).toEqual([
      ['land', '77', '77', undefined, undefined],
      ['district', '77001', '77', '77001', undefined],
      ['association', '770015001', '77', '77001', '770015001'],
      ['municipality', '770015001002', '77', '77001', '770015001'],
    ])
  })

  test('reads what a municipality says about itself', () => {
    expect(readGv100ad(municipality).rows).toEqual([
      {
        level: 'municipality',
        ars: '770015001002',
        ags: '77001002',
        name: 'Musterbach, Stadt',
        designation: 'Stadt',
        land: '77',
        districtArs: '77001',
        associationArs: '770015001',
        seat: undefined,
        areaHectares: 1234,
        population: 5678,
        postCode: '00123',
        asOf: '2030-01-31',
      },
    ])
  })

  test('names the seat and designation of a district, and no population', () => {
    const row = readGv100ad(district).rows?.[0]
    expect(row).toMatchObject({ seat: 'Musterstadt', designation: 'Landkreis', population: undefined, ags: undefined })
  })

  test('tells unincorporated areas from municipalities', () => {
    const forest = record({
      kind: '60',
      key: '77001444',
      association: '9444',
      name: 'Musterforst',
      text: '66',
      area: 10,
      population: 0,
    })
    expect(readGv100ad(forest).rows).toMatchObject([{ level: 'unincorporated', population: 0 }])
  })

  test.each([
    ['an unknown kind of record', `99${land.slice(2)}`, 'register.kind_unknown', 'kind'],
    ['a key that is too short', record({ kind: '60', key: '7700100', name: 'X' }), 'register.ars_invalid', 'ars'],
    ['no name', record({ kind: '10', key: '77', name: '' }), 'register.name_missing', 'name'],
    [
      'a date that is none',
      record({ kind: '10', key: '77', name: 'X', asOf: '20301301' }),
      'register.date_invalid',
      'asOf',
    ],
    [
      'letters in a number',
      municipality.replace('00000005678', '0000000567x'),
      'register.number_invalid',
      'population',
    ],
    ['a line cut off', municipality.slice(0, 140), 'register.number_invalid', 'population'],
    ['an area given twice', land, 'register.ars_duplicate', 'ars'],
  ])('refuses %s with line and field', (_, line, code, field) => {
    const { rows, problems } = readGv100ad(`${land}\n${line}`)
    expect(rows).toBeNull()
    expect(problems).toMatchObject([{ severity: 'error', code, field, line: 2 }])
  })

  test('refuses an empty file', () => {
    expect(readGv100ad('\n').problems).toMatchObject([{ code: 'register.empty', line: 1 }])
  })
})
