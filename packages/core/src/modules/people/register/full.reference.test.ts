import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readGv100ad } from '@fachtag/formats/register/gv100ad'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { importRegister, loadRegisterSeed } from './commands.ts'
import { toRegisterInputs } from './official/rules.ts'
import { searchRegister } from './queries.ts'

const shared = process.env.FACHTAG_SHARED ?? path.resolve(import.meta.dirname, '../../../../../../../shared')
const file = path.join(shared, 'data/municipalities/GV100AD_301123.txt')

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

test('the whole register of Germany is taken in, over the seed and without contradicting it', async () => {
  await loadRegisterSeed(ctx)
  const { rows } = readGv100ad(readFileSync(file, 'utf8'))
  const input = { asOf: rows![0]!.asOf, entries: toRegisterInputs(rows!) }
  expect(await importRegister(ctx, input)).toEqual({
    asOf: '2023-11-30',
    added: 15_994 - 443,
    changed: 0,
    vanished: 0,
    municipalities: 10_773,
    population: 84_358_845,
  })
  expect(await importRegister(ctx, input)).toMatchObject({ added: 0, changed: 0, vanished: 0 })
})

test('eleven places called Neuenkirchen are told apart by what they belong to', async () => {
  const found = await searchRegister(db, 'Neuenkirch', { level: 'municipality' })
  const places = found.filter((entry) => entry.name === 'Neuenkirchen')
  expect(places).toHaveLength(11)
  expect(places.every((entry) => entry.districtName)).toBe(true)
  expect(new Set(places.map((entry) => `${entry.districtName}, ${entry.associationName}`)).size).toBe(11)
})

test('umlauts however they are written', async () => {
  const [munich] = await searchRegister(db, 'Muenchen', { level: 'municipality' })
  expect(munich).toMatchObject({ name: 'München', sizeClass: 'from-500000' })
})
