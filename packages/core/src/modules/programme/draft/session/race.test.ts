import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addSessions } from '../../../../../test/programme.ts'
import { withoutLocks } from '../../../../../test/without-locks.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { addSession, changeSession } from './commands.ts'
import { findDraftSession } from './queries.ts'
import { sessionInput } from './schema.ts'

const { db } = await testDatabase()
let scope: EditionScope
let one: string
let two: string

beforeAll(async () => {
  const edition = await addEdition(db, 'zugleich')
  ;[one, two] = (await addSessions(db, edition, [{ title: 'Eins' }, { title: 'Zwei' }])) as [string, string]
  scope = await scopeOfEdition(db, edition.id)
})

const talk = (title: string) => sessionInput.parse({ type: 'talk', title })

/** Two people who save the same session from the same version of it. */
async function saveAtOnce(over: Db, id: string): Promise<string[]> {
  const { revision } = (await findDraftSession(db, scope, id))!
  const ctx = createContext(over, systemActor)
  const all = ['links', 'rechts'].map((title) => changeSession(ctx, scope, id, talk(title), revision))
  return (await Promise.all(all)).map((outcome) => outcome.kind).sort()
}

test('of two who save at once one is told', async () => {
  expect(await saveAtOnce(db, one)).toEqual(['conflict', 'saved'])
})

test('without the locks both believe that they have saved', async () => {
  expect(await saveAtOnce(withoutLocks(db, 2), two)).toEqual(['saved', 'saved'])
})

test('two sessions of one title, added at once, have addresses of their own', async () => {
  const ctx = createContext(db, systemActor)
  await Promise.all([addSession(ctx, scope, talk('Gleich')), addSession(ctx, scope, talk('Gleich'))])
  const rows = await db.selectFrom('sessions').select(['slug', 'position']).where('title', '=', 'Gleich').execute()
  expect(rows.map((row) => row.slug).sort()).toEqual(['gleich', 'gleich-2'])
  expect(new Set(rows.map((row) => row.position)).size).toBe(2)
})
