import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { addEdition, addPerson, addSessions } from '../../test/programme.ts'
import { systemActor } from '../kernel/actor.ts'
import type { SharedScope } from '../kernel/scope.ts'
import { mergePersons } from '../modules/people/persons/merging/commands.ts'
import { findPublicPerson } from '../modules/programme/appearances/queries.ts'
import { findPersonScope } from '../modules/programme/involvement/queries.ts'
import { reprojectLatest } from '../modules/programme/projection/restoring/commands.ts'
import { publishRelease } from '../modules/programme/release/commands.ts'
import { createContext } from './context.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const scopeOf = async (id: string) => (await findPersonScope(db, id)) as SharedScope<'person'>
const titles = async (slug: string) => (await findPublicPerson(db, slug))?.appearances.map((one) => one.session.title)

test('an edition is shown again as it was published, with those who were merged since as who they are', async () => {
  const edition = await addEdition(db, 'stand')
  const [ida, twin, bo] = [
    await addPerson(db, 'ida', 'Ida Öhm'),
    await addPerson(db, 'ida-2', 'Ida Oehm'),
    await addPerson(db, 'bo', 'Bo Berg'),
  ]
  await addSessions(db, edition, [
    { title: 'Eins', personIds: [twin] },
    { title: 'Zwei', personIds: [bo] },
  ])
  await publishRelease(ctx, { editionId: edition.id })
  await mergePersons(ctx, await scopeOf(twin), await scopeOf(ida))
  await db.deleteFrom('published_sessions').execute()
  await db.transaction().execute((tx) => reprojectLatest(tx, [edition.id]))
  expect([await titles('ida'), await titles('bo')]).toEqual([['Eins'], ['Zwei']])
})

test('an edition that was never published stays so', async () => {
  const edition = await addEdition(db, 'entwurf')
  await addSessions(db, edition, [{ title: 'Drei' }])
  await db.transaction().execute((tx) => reprojectLatest(tx, [edition.id]))
  expect(
    await db.selectFrom('published_programmes').selectAll().where('edition_id', '=', edition.id).execute(),
  ).toEqual([])
})
