import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addPerson, addSessions } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { verifyChanges } from '../verification/queries.ts'
import { forgetInChanges } from './commands.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const edition = await addEdition(db, 'vergessen')

async function logMentions(word: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from change_rows
    where position(${word} in concat_ws(' ', key, before, after)) > 0`.execute(db)
  return rows[0]!.count
}

test('somebody is forgotten in every entry about them, also where only their function changed, and in what others wrote', async () => {
  const [ida, bo] = [await addPerson(db, 'ida', 'Ida Öhm'), await addPerson(db, 'bo', 'Bo Berg')]
  const [session] = await addSessions(db, edition, [{ title: 'Alpha', personIds: [ida, bo] }])
  await db.insertInto('person_names').values({ person_id: ida, name: 'I. Öhm', folded: 'i oehm' }).execute()
  await db.updateTable('appearances').set({ function: 'Geheimnis' }).where('person_id', '=', ida).execute()
  await db.updateTable('sessions').set({ abstract: 'Mit ida öhm und "Gästen"' }).where('id', '=', session!).execute()
  const forgotten = await ctx.transaction(async (tx) => {
    await tx.updateTable('persons').set({ name: 'Gelöschte Person' }).where('id', '=', ida).execute()
    return forgetInChanges(tx, {
      tables: ['persons', 'person_names', 'appearances'],
      ids: [ida],
      pattern: '(ida|i\\.) öhm',
    })
  })
  expect(forgotten).toBe(6)
  expect(await Promise.all(['Öhm', 'öhm', ida, 'Geheimnis'].map(logMentions))).toEqual([0, 0, 0, 0])
  expect(await logMentions(bo)).toBeGreaterThan(1)
  expect(await verifyChanges(ctx)).toMatchObject({ problem: null, erased: 6 })
})

test('twice in one transaction, and again later, still verifies', async () => {
  const [one, other] = [await addPerson(db, 'eva', 'Eva Eins'), await addPerson(db, 'zoe', 'Zoe Zwei')]
  const forget = (id: string) => ({ tables: ['persons'], ids: [id], pattern: undefined })
  const counts = await ctx.transaction(async (tx) => [
    await forgetInChanges(tx, forget(one)),
    await forgetInChanges(tx, forget(other)),
  ])
  expect(counts).toEqual([1, 1])
  expect(await ctx.transaction((tx) => forgetInChanges(tx, forget(one)))).toBe(0)
  expect((await verifyChanges(ctx)).problem).toBeNull()
})

test('an erasure that is rolled back has erased nothing', async () => {
  const id = await addPerson(db, 'uwe', 'Uwe Bleibt')
  const failing = ctx.transaction(async (tx) => {
    await forgetInChanges(tx, { tables: ['persons'], ids: [id], pattern: undefined })
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  expect(await logMentions('Uwe Bleibt')).toBe(1)
})
