import { describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addSessions } from '../../../../test/programme.ts'
import { addWorkplaces, whoMay } from '../../../../test/workplaces.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { saveOrganisations } from '../../people/organisations/commands.ts'
import { organisationInput } from '../../people/organisations/schema.ts'
import { ensurePersons } from '../../people/persons/commands.ts'
import { foldRegisterName } from '../../people/register/rules.ts'
import { publishRelease } from '../../programme/release/commands.ts'
import { saveTopics } from '../topics/commands.ts'
import { topicInput } from '../topics/schema.ts'
import { lookUp } from './queries.ts'
import type { LookupKind } from './types.ts'

const { db } = await testDatabase()
const places = await addWorkplaces(db)
const { own } = places
const system = createContext(db, systemActor)

const names = ['Dr. Ida Öhm', 'Bo Berg', 'Bo Bergmann', 'Anna Berger', '100% Person_en']
const persons = await db.transaction().execute((tx) =>
  ensurePersons(
    tx,
    own.seriesId,
    names.map((name) => ({ name, source: 'test' })),
  ),
)
await addSessions(db, { id: own.editionId, seriesId: own.seriesId, slug: '2031' }, [
  { title: 'Vortrag', personIds: [persons[0]!.id] },
])
await publishRelease(system, { editionId: own.editionId })
const register = (ars: string, name: string, designation: string, more: object = {}) => ({
  ars,
  level: 'municipality' as const,
  name,
  designation,
  land: ars.slice(0, 2),
  folded: foldRegisterName(name),
  as_of: '2031-01-01',
  ...more,
})
await db
  .insertInto('register_entries')
  .values([
    register('14', 'Sachsen', 'Freistaat', { level: 'land' }),
    register('14729', 'Landkreis Leipzig', 'Landkreis', { level: 'district' }),
    register('147130000000', 'Leipzig', 'Stadt'),
    register('147290010010', 'Neustadt', 'Gemeinde', { district_ars: '14729' }),
    register('150820301301', 'Neustadt (alt)', 'Gemeinde', { as_of: '2020-01-01' }),
  ])
  .execute()
await saveOrganisations(system, [
  organisationInput.parse({ slug: 'lecos', name: 'Lecos GmbH', kind: 'it-provider', aliases: ['Leipziger IT'] }),
  organisationInput.parse({ slug: 'leipzig', name: 'Stadt Leipzig', kind: 'municipality', ars: '147130000000' }),
])
await saveTopics(system, [
  topicInput.parse({ slug: 'e-akte', name: { de: 'E-Akte', en: 'Electronic files' }, synonyms: ['DMS'] }),
])

const labels = async (kind: LookupKind, text: string) =>
  (await lookUp(system, kind, [text]))[0]!.map(({ label, isExact }) => (isExact ? `= ${label}` : label))

describe('what may be meant', () => {
  test.each<[LookupKind, string, string[]]>([
    ['person', 'Ida Öhm', ['= Dr. Ida Öhm']],
    ['person', 'IDA OEHM', ['= Dr. Ida Öhm']],
    ['person', 'oehm', ['Dr. Ida Öhm']],
    ['person', 'Bo Berg', ['= Bo Berg', 'Bo Bergmann']],
    ['person', 'berg', ['Anna Berger', 'Bo Berg', 'Bo Bergmann']],
    ['person', 'Niemand', []],
    ['person', '', []],
    ['person', '%', []],
    ['organisation', 'lecos', ['= Lecos GmbH']],
    ['organisation', 'Leipziger IT', ['= Lecos GmbH']],
    ['organisation', 'leipzig', ['Lecos GmbH', 'Stadt Leipzig']],
    ['topic', 'e-akte', ['= E-Akte']],
    ['topic', 'dms', ['= E-Akte']],
    ['topic', 'electronic', ['E-Akte']],
    ['municipality', 'Leipzig', ['= Leipzig', 'Landkreis Leipzig']],
    ['municipality', 'neustadt', ['= Neustadt']],
    ['municipality', 'Sachsen', []],
  ])('by the %s %j', async (kind, text, expected) => {
    expect((await labels(kind, text)).toSorted()).toEqual(expected.toSorted())
  })

  test('the very name comes first, then what begins with it', async () => {
    expect(await labels('person', 'Bo Berg')).toEqual(['= Bo Berg', 'Bo Bergmann'])
    expect((await labels('municipality', 'Leipzig'))[0]).toBe('= Leipzig')
  })
})

test.each<[LookupKind, string, string | null]>([
  ['person', 'Ida Öhm', 'Stadt Musterhausen'],
  ['person', 'Anna Berger', null],
  ['organisation', 'Stadt Leipzig', 'Stadt'],
  ['municipality', 'Neustadt', 'Gemeinde, Landkreis Leipzig'],
])('a note tells namesakes apart: the %s %s by %s', async (kind, text, note) => {
  expect((await lookUp(system, kind, [text]))[0]?.[0]).toMatchObject({ note })
})

test('eight at most, for one query whatever the number of texts, and in their order', async () => {
  await db.transaction().execute((tx) =>
    ensurePersons(
      tx,
      own.seriesId,
      Array.from({ length: 10 }, (_, n) => ({ name: `Zoe Zahl${String.fromCharCode(97 + n)}`, source: 'test' })),
    ),
  )
  expect(await labels('person', 'zahl')).toHaveLength(8)
  const ask = (...texts: string[]) =>
    countQueries(db, (counted) => lookUp(createContext(counted, systemActor), 'person', texts))
  expect([await ask('oehm'), await ask('oehm', 'berg', 'zahl')]).toEqual([1, 1])
  const [none, ida, bo] = await lookUp(system, 'person', ['gibt es nicht', 'oehm', 'bo berg'])
  expect([none?.length, ida?.[0]?.label, bo?.[0]?.label]).toEqual([0, 'Dr. Ida Öhm', 'Bo Berg'])
  expect(await lookUp(system, 'person', [])).toEqual([])
})

test('names are looked up by those who work with people and organisations', async () => {
  expect(await whoMay(db, places, (ctx) => lookUp(ctx, 'person', ['oehm']))).toEqual([
    'system',
    'operator',
    'series-organiser',
    'programme',
    'review',
    'editor',
    'programme of the sister',
    'editor of the sister',
    'series-organiser elsewhere',
  ])
})
