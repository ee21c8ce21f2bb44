import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readGv100ad } from './gv100ad.ts'

const shared = process.env.FACHTAG_SHARED ?? path.resolve(import.meta.dirname, '../../../../../shared')

test('reads the register as of 30 November 2023 completely', () => {
  const { rows, problems } = readGv100ad(
    readFileSync(path.join(shared, 'data/municipalities/GV100AD_301123.txt'), 'utf8'),
  )
  expect(problems).toEqual([])
  const count = (level: string) => rows?.filter((row) => row.level === level).length
  expect([count('land'), count('district'), count('association'), count('municipality')]).toEqual([
    16, 400, 4597, 10_773,
  ])
  expect(count('unincorporated')).toBe(208)
  expect(rows?.reduce((sum, row) => sum + (row.population ?? 0), 0)).toBe(84_358_845)
  expect(rows?.filter((row) => row.level === 'district' && !row.designation)).toEqual([])
  expect(rows?.find((row) => row.ags === '01002000')).toMatchObject({
    name: 'Kiel, Landeshauptstadt',
    population: 247_717,
    areaHectares: 11_865,
    postCode: '24103',
    asOf: '2023-11-30',
  })
})
