import type { RegisterRow } from '@fachtag/formats/register/gv100ad'
import { expect, test } from 'vitest'
import { toRegisterInputs } from './rules.ts'

function row(level: RegisterRow['level'], ars: string, name: string, more: Partial<RegisterRow> = {}): RegisterRow {
  const districtArs = ars.length >= 5 ? ars.slice(0, 5) : undefined
  const associationArs = ars.length >= 9 ? ars.slice(0, 9) : undefined
  const none = {
    ags: undefined,
    designation: undefined,
    seat: undefined,
    population: undefined,
    areaHectares: undefined,
  }
  const rest = { land: ars.slice(0, 2), districtArs, associationArs, postCode: undefined, asOf: '2030-01-31' }
  return { level, ars, name, ...none, ...rest, ...more }
}

const rows = [
  row('land', '77', 'Musterland'),
  row('government-region', '770', 'Bezirk'),
  row('district', '77001', 'Musterkreis', { designation: 'Landkreis' }),
  row('association', '770015001', 'VG Wald', { designation: 'Verbandsgemeinde' }),
  row('municipality', '770015001002', 'Bach, Stadt', {
    ags: '77001002',
    population: 500,
    areaHectares: 120,
    designation: 'Markt',
  }),
  row('unincorporated', '770019444444', 'Forst', { population: 3, areaHectares: 80 }),
]

test('the levels above add up what lies in them, and regions are left out', () => {
  const inputs = toRegisterInputs(rows)
  expect(inputs.map(({ ars, population, hectares }) => [ars, population, hectares])).toEqual([
    ['77', 503, 200],
    ['77001', 503, 200],
    ['770015001', 500, 120],
    ['770015001002', 500, 120],
    ['770019444444', 3, 80],
  ])
})

test('an addition to the name goes before the kind of body', () => {
  const named = toRegisterInputs(rows).map(({ name, designation }) => [name, designation])
  expect(named).toEqual([
    ['Musterland', 'Land'],
    ['Musterkreis', 'Landkreis'],
    ['VG Wald', 'Verbandsgemeinde'],
    ['Bach', 'Stadt'],
    ['Forst', null],
  ])
})
