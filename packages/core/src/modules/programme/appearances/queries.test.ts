import { beforeAll, describe, expect, test } from 'vitest'
import { accountWith } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { publishRelease } from '../release/commands.ts'
import { findPublicPerson, listOrganisationSessions, listOwnAppearances, listPublicPersons } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const organisationId = newId('organisation')

beforeAll(async () => {
  const edition = await addEdition(db, 'auftritte', '2031-11-05')
  const before = await addEditionOf(db, edition.seriesId, 'zuvor', '2030-11-05')
  const ida = await addPerson(db, 'ida', 'Ida Öhm', 'ohm ida')
  const bo = await addPerson(db, 'bo', 'Bo Ahorn', 'ahorn bo')
  const sun = await addPerson(db, 'sun', '孫', '孫')
  await addPerson(db, 'nie', 'Nie Dabei', 'dabei nie')
  const [old] = await addSessions(db, before, [{ title: 'Damals', personIds: [ida] }])
  await addSessions(db, edition, [
    { title: 'Heute', personIds: [ida, bo] },
    { title: 'Auch', personIds: [ida, sun] },
  ])
  const organisation = { id: organisationId, slug: 'amt', name: 'Altes Amt', kind: 'other' as const }
  await db.insertInto('organisations').values(organisation).execute()
  const then = { organisation_id: organisationId, function: 'Referentin', mode: 'remote' as const }
  await db.updateTable('appearances').set(then).where('session_id', '=', old!).execute()
  const draft = await addEditionOf(db, edition.seriesId, 'entwurf', '2032-11-05')
  const secret = await addPerson(db, 'geheim', 'Ganz Geheim', 'geheim ganz')
  await addSessions(db, draft, [{ title: 'Geheim', personIds: [secret, bo] }])
  await db.updateTable('editions').set({ visibility: 'draft' }).where('id', '=', draft.id).execute()
  for (const { id } of [edition, before, draft]) await publishRelease(ctx, { editionId: id })
})

describe('a person', () => {
  test('with every public appearance, in the function and organisation of that day', async () => {
    const person = await findPublicPerson(db, 'ida')
    expect(
      person?.appearances.map((one) => [
        one.edition.slug,
        one.session.title,
        one.function,
        one.organisationName,
        one.mode,
      ]),
    ).toEqual([
      ['auftritte', 'Heute', 'Leitung', 'Stadt Musterhausen', 'on-site'],
      ['auftritte', 'Auch', 'Leitung', 'Stadt Musterhausen', 'on-site'],
      ['zuvor', 'Damals', 'Referentin', 'Altes Amt', 'remote'],
    ])
    expect(person?.appearances.at(-1)?.organisationSlug).toBe('amt')
  })

  test.each(['nie', 'geheim', 'niemand'])('%s is not shown', async (slug) => {
    expect(await findPublicPerson(db, slug)).toBeNull()
  })
})

describe('the list of persons', () => {
  test('has all who publicly appear, by family name', async () => {
    const list = await listPublicPersons(db)
    expect(list.persons.map((one) => [one.letter, one.name, one.sessionCount])).toEqual([
      ['A', 'Bo Ahorn', 1],
      ['O', 'Ida Öhm', 3],
      ['#', '孫', 1],
    ])
    expect(list.persons[1]).toMatchObject({ function: 'Leitung', organisationName: 'Stadt Musterhausen' })
    expect([list.total, list.letters]).toEqual([
      3,
      [
        { letter: '#', count: 1 },
        { letter: 'A', count: 1 },
        { letter: 'O', count: 1 },
      ],
    ])
  })

  test('goes by letter and by page', async () => {
    const list = await listPublicPersons(db, { startsWith: 'O' })
    expect([list.total, list.persons.map((one) => one.slug)]).toEqual([1, ['ida']])
    const page = await listPublicPersons(db, { offset: 1, size: 1 })
    expect([page.total, page.persons.map((one) => one.slug)]).toEqual([3, ['ida']])
  })
})

test('an organisation shows the sessions of those who spoke for it then', async () => {
  const sessions = await listOrganisationSessions(db, organisationId)
  expect(sessions.map(({ edition, session }) => [edition.slug, session.title])).toEqual([['zuvor', 'Damals']])
})

test.each<[string, number, (over: typeof db) => Promise<unknown>]>([
  ['a person with one appearance', 2, (over) => findPublicPerson(over, 'bo')],
  ['a person with three', 2, (over) => findPublicPerson(over, 'ida')],
  ['a list of one', 2, (over) => listPublicPersons(over, { size: 1 })],
  ['a list of three', 2, (over) => listPublicPersons(over, { size: 3 })],
])('%s takes %d queries', async (_what, expected, read) => expect(await countQueries(db, read)).toBe(expected))

test('one’s own appearances are those that the public sees, and nobody’s without a person', async () => {
  const { id: personId } = (await findPublicPerson(db, 'ida'))!
  const own = (person: string | null) =>
    listOwnAppearances(createContext(db, { ...accountWith([]), personId: person, isStrong: false }))
  const { slug, appearances } = await own(personId)
  expect([slug, appearances]).toEqual(['ida', (await findPublicPerson(db, 'ida'))!.appearances])
  expect(await own(null)).toEqual({ slug: null, appearances: [] })
  await expect(listOwnAppearances(createContext(db, publicActor))).rejects.toThrow('access.denied')
})
