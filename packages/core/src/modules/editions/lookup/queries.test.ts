import { describe, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { saveOrganisations } from '../../people/organisations/commands.ts'
import { organisationInput } from '../../people/organisations/schema.ts'
import { ensurePersons } from '../../people/persons/commands.ts'
import { saveTopics } from '../topics/commands.ts'
import { topicInput } from '../topics/schema.ts'
import { lookUp } from './queries.ts'
import type { LookupKind } from './types.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
await db.transaction().execute((tx) =>
  ensurePersons(
    tx,
    'reihe',
    ['Dr. Ida Öhm', 'Bo Berg', 'Bodo Bergmann', 'Anna Oehmig', '100 % Person'].map((name) => ({
      name,
      source: 'test',
    })),
  ),
)
await saveOrganisations(
  ctx,
  [
    { slug: 'lecos', name: 'Lecos GmbH', kind: 'it-provider', aliases: ['Lecos'] },
    { slug: 'leipzig', name: 'Stadt Leipzig', kind: 'municipality' },
  ].map((input) => organisationInput.parse(input)),
)
await saveTopics(ctx, [
  topicInput.parse({
    slug: 'e-akte',
    name: { de: 'E-Akte', en: 'Electronic files' },
    synonyms: ['elektronische Akte'],
  }),
])
const register = { level: 'municipality', land: '14', population: 1, designation: 'Stadt' } as const
await db
  .insertInto('register_entries')
  .values([
    { ...register, ars: '147130000000', name: 'Leipzig', folded: 'leipzig', as_of: '2031-01-01' },
    { ...register, ars: '147130000001', name: 'Leipzig alt', folded: 'leipzig alt', as_of: '2020-01-01' },
  ])
  .execute()

const find = async (kind: LookupKind, text: string) => (await lookUp(ctx, kind, [text]))[0] ?? []

describe('a name', () => {
  test.each<[LookupKind, string, string[]]>([
    ['person', 'oehm', ['Anna Oehmig', 'Dr. Ida Öhm']],
    ['person', 'Bo Berg', ['Bo Berg']],
    ['person', 'berg', ['Bo Berg', 'Bodo Bergmann']],
    ['person', 'Dr. Ida Öhm', ['Dr. Ida Öhm']],
    ['person', '%', []],
    ['person', ' ', []],
    ['person', "'; drop table persons", []],
    ['organisation', 'LECOS GMBH', ['Lecos GmbH']],
    ['organisation', 'leip', ['Stadt Leipzig']],
    ['topic', 'akte', ['E-Akte']],
    ['topic', 'electronic files', ['E-Akte']],
    ['municipality', 'Leipz', ['Leipzig']],
  ])('of a %s: %j finds %j', async (kind, text, labels) => {
    expect((await find(kind, text)).map(({ label }) => label)).toEqual(labels)
  })

  test.each<[LookupKind, string, boolean[]]>([
    ['person', 'Ida Oehm', [true]],
    ['person', 'Ida', [false]],
    ['organisation', 'lecos', [true]],
    ['topic', 'E-Akte', [true]],
    ['municipality', 'Leipzig', [true]],
  ])('of a %s: %j is exact: %j', async (kind, text, exact) => {
    expect((await find(kind, text)).map(({ isExact }) => isExact)).toEqual(exact)
  })
})

test('a place says what it is, so that namesakes can be told apart', async () => {
  expect(await find('municipality', 'Leipzig')).toEqual([
    { id: '147130000000', label: 'Leipzig', note: 'Stadt', isExact: true },
  ])
})

test('many names cost no more queries than one, and are answered in their order', async () => {
  const queries = (texts: string[]) =>
    countQueries(db, (counted) => lookUp(createContext(counted, systemActor), 'person', texts))
  expect(await queries(['Ida', 'Bo Berg', 'nobody'])).toBe(await queries(['Ida']))
  const answers = await lookUp(ctx, 'person', ['nobody', 'Bo Berg', 'Ida'])
  expect(answers.map((hits) => hits.length)).toEqual([0, 1, 1])
})

test('is for those who work with people and organisations', async () => {
  await expect(lookUp(createContext(db, publicActor), 'person', ['Ida'])).rejects.toThrow('access.denied')
  await expect(lookUp(createContext(db, withRole('helper')), 'person', ['Ida'])).rejects.toThrow('access.denied')
  expect(await lookUp(createContext(db, withRole('editor', { seriesId: 'srs_1' })), 'topic', ['akte'])).toHaveLength(1)
})
