import { expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions, type TestEdition } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { publishRelease } from '../release/commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const publish = (edition: TestEdition) => publishRelease(ctx, { editionId: edition.id })

const rowsOf = (table: 'published_sessions' | 'published_appearances', edition: TestEdition) =>
  db.selectFrom(table).selectAll().where('edition_id', '=', edition.id).execute()

test('the projection is the latest release and nothing else', async () => {
  const edition = await addEdition(db, 'projektion')
  const ida = await addPerson(db, 'ida', 'Ida Öhm')
  const [first, second] = await addSessions(db, edition, [{ title: 'Alpha', personIds: [ida] }, { title: 'Beta' }])
  const topic = { id: newId('topic'), slug: 'e-akte', name: { de: 'E-Akte' } }
  await db.insertInto('topics').values(topic).execute()
  await db.insertInto('session_topics').values({ session_id: first!, topic_id: topic.id }).execute()
  await publish(edition)
  expect(await rowsOf('published_appearances', edition)).toMatchObject([
    { session_id: first, position: 0, person_id: ida, role: 'speaker', organisation_name: 'Stadt Musterhausen' },
  ])
  expect(await db.selectFrom('published_session_topics').selectAll().execute()).toEqual([
    { session_id: first, topic_id: topic.id },
  ])

  await db.updateTable('sessions').set({ state: 'removed' }).where('id', '=', first!).execute()
  await publish(edition)
  expect((await rowsOf('published_sessions', edition)).map((row) => row.session_id)).toEqual([second])
  expect(await rowsOf('published_appearances', edition)).toEqual([])
  expect(await db.selectFrom('published_session_topics').selectAll().execute()).toEqual([])
})

test('publishing one edition leaves the others alone', async () => {
  const edition = await addEdition(db, 'eine')
  const other = await addEditionOf(db, edition.seriesId, 'andere', '2030-11-05')
  await addSessions(db, edition, [{ title: 'Alpha' }])
  await addSessions(db, other, [{ title: 'Beta' }])
  await publish(other)
  const before = await rowsOf('published_sessions', other)
  await publish(edition)
  expect(await rowsOf('published_sessions', other)).toEqual(before)
})

test('an unpublished change is not seen', async () => {
  const edition = await addEdition(db, 'unsichtbar')
  const [id] = await addSessions(db, edition, [{ title: 'Alpha' }])
  await publish(edition)
  await db.updateTable('sessions').set({ title: 'Geheim' }).where('id', '=', id!).execute()
  expect((await rowsOf('published_sessions', edition)).map((row) => row.title)).toEqual(['Alpha'])
})

test('publishing takes as many queries for many sessions as for one', async () => {
  const person = await addPerson(db, 'bo', 'Bo Berg')
  const cost = async (slug: string, size: number) => {
    const edition = await addEdition(db, slug)
    const sessions = Array.from({ length: size }, (_, n) => ({ title: `Nr ${n}`, personIds: [person] }))
    await addSessions(db, edition, sessions)
    return countQueries(db, (over) => publishRelease(createContext(over, systemActor), { editionId: edition.id }))
  }
  expect(await cost('viele', 30)).toBe(await cost('eine-nur', 1))
})
