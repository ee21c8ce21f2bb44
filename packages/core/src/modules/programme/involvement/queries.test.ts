import { beforeAll, describe, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addSessions, type TestEdition } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { saveTopics } from '../../editions/topics/commands.ts'
import { topicInput } from '../../editions/topics/schema.ts'
import { addOrganisation } from '../../people/organisations/profile/commands.ts'
import { organisationProfileInput } from '../../people/organisations/profile/schema.ts'
import { addPerson as introduce } from '../../people/persons/profile/commands.ts'
import { personProfileInput } from '../../people/persons/profile/schema.ts'
import { publishRelease } from '../release/commands.ts'
import { listDirectoryOrganisations } from './organisations/queries.ts'
import { listDirectoryPersons, listInvolvements } from './persons/queries.ts'
import { findPersonScope, findTopicScope } from './queries.ts'
import { listDirectoryTopics } from './topics/queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let one: TestEdition
let two: TestEdition
let ida: string

beforeAll(async () => {
  ;[one, two] = [await addEdition(db, 'eins', '2031-11-05'), await addEdition(db, 'zwei', '2032-11-03')]
  const add = async (name: string, more: object = {}) => {
    const outcome = await introduce(ctx, one, personProfileInput.parse({ name, ...more }))
    return outcome.kind === 'added' ? outcome.id : ''
  }
  ida = await add('Ida Öhm', { academicTitle: 'Dr.', spellings: ['Ida Oehme'] })
  await add('Jörg Müller')
  await add('Bo Berg')
  await addSessions(db, one, [{ title: 'E-Akte', personIds: [ida] }])
  await publishRelease(ctx, { editionId: one.id })
  await db.updateTable('sessions').set({ title: 'E-Akte, neu' }).where('edition_id', '=', one.id).execute()
  await addSessions(db, two, [{ title: 'Geheim', personIds: [ida] }])
  for (const name of ['Stadt Köln', 'Lecos GmbH']) {
    await addOrganisation(
      ctx,
      organisationProfileInput.parse({ name, kind: 'municipality', aliases: [`${name} Alias`] }),
    )
  }
  await saveTopics(ctx, [topicInput.parse({ slug: 'e-akte', name: { de: 'E-Akte' }, synonyms: ['DMS'] })])
})

describe('the directory of persons', () => {
  test.each([
    ['', ['Bo Berg', 'Jörg Müller', 'Dr. Ida Öhm']],
    ['ohm', ['Dr. Ida Öhm']],
    ['öhm ida', ['Dr. Ida Öhm']],
    ['oehme', ['Dr. Ida Öhm']],
    ['Mueller', ['Jörg Müller']],
    ['muller', ['Jörg Müller']],
    ['müll', ['Jörg Müller']],
    ['100%', []],
    ['_', []],
    ['ida berg', []],
  ])('finds by %j: %j', async (text, expected) => {
    const list = await listDirectoryPersons(ctx, { text })
    expect(list.entries.map((entry) => entry.name)).toEqual(expected)
    expect(list.total).toBe(expected.length)
  })

  test('tells what they did last, and counts what is published', async () => {
    const { entries } = await listDirectoryPersons(ctx, { text: 'ida' })
    expect(entries).toMatchObject([{ function: 'Leitung', organisationName: 'Stadt Musterhausen', sessions: 1 }])
  })
})

test('organisations are found by any of their names', async () => {
  const names = async (text: string) =>
    (await listDirectoryOrganisations(ctx, { text })).entries.map((entry) => entry.name)
  expect(await names('koeln')).toEqual(['Stadt Köln'])
  expect(await names('LECOS alias')).toEqual([])
  expect(await names('alias')).toEqual(['Lecos GmbH', 'Stadt Köln'])
  expect(await names('')).toHaveLength(2)
})

test('topics come with their words', async () => {
  expect(await listDirectoryTopics(ctx)).toMatchObject([{ name: { de: 'E-Akte' }, synonyms: ['DMS'], sessions: 0 }])
  expect(await findTopicScope(db, 'top_none')).toBeNull()
  expect(await findPersonScope(db, 'per_none')).toBeNull()
})

describe('what somebody does', () => {
  test('as drafted for who sees the draft, as published for others, and not at all where it is only drafted', async () => {
    expect((await listInvolvements(ctx, ida)).map((entry) => [entry.title, entry.isPublished])).toEqual([
      ['Geheim', false],
      ['E-Akte, neu', true],
    ])
    const ofTwo = createContext(db, withRole('programme', { seriesId: two.seriesId, editionId: two.id }))
    expect((await listInvolvements(ofTwo, ida)).map((entry) => [entry.title, entry.mayOpen])).toEqual([
      ['Geheim', true],
      ['E-Akte', false],
    ])
    const elsewhere = createContext(db, withRole('editor', { seriesId: 'srs_x', editionId: 'edi_x' }))
    expect((await listInvolvements(elsewhere, ida)).map((entry) => entry.title)).toEqual(['E-Akte'])
  })
})

test('lists take as many queries for one as for three', async () => {
  const count = (work: (counted: Context) => Promise<unknown>, over: Db = db) =>
    countQueries(over, (counted) => work(createContext(counted, systemActor)))
  expect(await count((c) => listDirectoryPersons(c))).toBe(await count((c) => listDirectoryPersons(c, { text: 'ohm' })))
  expect(await count((c) => listDirectoryOrganisations(c))).toBe(2)
  expect(await count((c) => listDirectoryTopics(c))).toBe(1)
  expect(await count((c) => listInvolvements(c, ida))).toBe(2)
})

test('the directory is for who organises something', async () => {
  const helper = createContext(db, withRole('helper', { seriesId: one.seriesId, editionId: one.id }))
  expect(() => listDirectoryTopics(helper)).toThrow('access.denied')
  await expect(listDirectoryPersons(helper)).rejects.toThrow('access.denied')
  await expect(listInvolvements(helper, ida)).rejects.toThrow('access.denied')
})
