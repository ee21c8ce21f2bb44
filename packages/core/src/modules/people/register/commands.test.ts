import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { importRegister, loadRegisterSeed } from './commands.ts'
import { findEntry, findRegisterState, searchRegister } from './queries.ts'
import { landKeys } from './rules.ts'
import type { RegisterInput } from './types.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

function town(ars: string, name: string, population: number): RegisterInput {
  return { ars, ags: null, level: 'municipality', name, designation: 'Stadt', population, hectares: 100 }
}

test('the product knows every Land and county, whose people are all the people', async () => {
  expect(await findRegisterState(db)).toBeNull()
  expect(await loadRegisterSeed(ctx)).toEqual({ added: 443 })
  expect(await loadRegisterSeed(ctx)).toEqual({ added: 0 })
  const rows = await db.selectFrom('register_entries').select(['level', 'ars', 'population']).execute()
  const of = (level: string) => rows.filter((row) => row.level === level)
  const people = (level: string) => of(level).reduce((sum, row) => sum + row.population!, 0)
  expect(
    of('land')
      .map((row) => row.ars)
      .sort(),
  ).toEqual(landKeys)
  expect(of('district')).toHaveLength(400)
  expect([people('land'), people('district')]).toEqual([84_358_845, 84_358_845])
})

test.each([
  ['147130000000', 'Leipzig'],
  ['160530000000', 'Jena'],
  ['053150000000', 'Köln'],
  ['130030000000', 'Rostock'],
  ['150020000000', 'Halle (Saale)'],
  ['147305311310', 'Torgau'],
  ['120540000000', 'Potsdam'],
  ['16070', 'Ilm-Kreis'],
  ['14730', 'Nordsachsen'],
])('%s is %s', async (ars, name) => {
  expect(await findEntry(db, ars)).toMatchObject({ ars, name, asOf: '2023-11-30' })
})

test('an entry is found by either key and shows county and Land', async () => {
  const torgau = await findEntry(db, '14730310')
  expect(torgau).toMatchObject({
    name: 'Torgau',
    districtName: 'Nordsachsen',
    landName: 'Sachsen',
    sizeClass: '10000-20000',
  })
  expect(await findEntry(db, '00000000')).toBeNull()
})

test.each([
  ['Koeln', 'Köln'],
  ['KÖLN', 'Köln'],
  ['halle saale', 'Halle (Saale)'],
  ['Ilmkreis', 'Ilm-Kreis'],
  ['Rostok', 'Rostock'],
  ['leip', 'Leipzig'],
])('who types %s is offered %s', async (typed, name) => {
  const found = await searchRegister(db, typed)
  expect(found.map((entry) => entry.name)).toContain(name)
})

test('the same name comes first, then by population, at the level that was asked for', async () => {
  const found = await searchRegister(db, 'Rostock')
  expect(found.map(({ name, level, designation }) => [name, level, designation])).toEqual([
    ['Rostock', 'district', 'Kreisfreie Stadt'],
    ['Rostock', 'municipality', 'Hanse- und Universitätsstadt'],
    ['Landkreis Rostock', 'district', 'Landkreis'],
  ])
  expect(await searchRegister(db, 'Rostock', { level: 'municipality', limit: 1 })).toHaveLength(1)
  expect(await searchRegister(db, ' - ')).toEqual([])
  expect(await searchRegister(db, '100%_')).toEqual([])
})

test('a newer register replaces names, hides what it no longer has, and refuses to go back', async () => {
  const outcome = await importRegister(ctx, {
    asOf: '2024-12-31',
    entries: [town('147130000000', 'Leipzig', 620_000), town('147139999999', 'Neustadt', 10)],
  })
  expect(outcome).toEqual({
    asOf: '2024-12-31',
    added: 1,
    changed: 1,
    vanished: 442,
    municipalities: 2,
    population: 620_010,
  })
  expect(await searchRegister(db, 'Torgau')).toEqual([])
  expect(await findEntry(db, '147305311310')).toMatchObject({ name: 'Torgau', asOf: '2023-11-30' })
  await expect(importRegister(ctx, { asOf: '2023-11-30', entries: [town('01', 'X', 1)] })).rejects.toThrow(
    'register.older',
  )
  await loadRegisterSeed(ctx)
  expect(await findEntry(db, '147130000000')).toMatchObject({ population: 620_000, asOf: '2024-12-31' })
})

test('only the system imports, and not nothing', async () => {
  const visitor = createContext(db, publicActor)
  await expect(importRegister(visitor, { asOf: '2025-01-01', entries: [] })).rejects.toThrow('access.denied')
  await expect(importRegister(ctx, { asOf: '2025-01-01', entries: [] })).rejects.toThrow('register.empty')
})
