import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom } from '../../../test/programme.ts'
import { withoutLocks } from '../../../test/without-locks.ts'
import { newId } from '../../kernel/ids.ts'
import { type EditableTable, lockRevision } from './revision.ts'
import type { Db } from './tables.ts'

const { db } = await testDatabase()
const edition = await addEdition(db, 'fassungen')

async function addRoom(slug: string): Promise<string> {
  return (await addTrackAndRoom(db, edition, slug)).roomId
}

async function revisionOf(table: EditableTable, id: string): Promise<number> {
  const { rows } = await sql<{ revision: number }>`select revision from ${sql.table(table)} where id = ${id}`.execute(
    db,
  )
  return rows[0]!.revision
}

const rename = (id: string, name: string) => db.updateTable('rooms').set({ name }).where('id', '=', id).execute()

describe('a revision', () => {
  test('rises by one with each change, whatever the change says about it', async () => {
    const id = await addRoom('steigt')
    expect(await revisionOf('rooms', id)).toBe(1)
    await rename(id, 'Saal 1')
    await db.updateTable('rooms').set({ name: 'Saal 2', revision: 70 }).where('id', '=', id).execute()
    expect(await revisionOf('rooms', id)).toBe(3)
  })

  test('stays when what is saved is there already, be it saved later', async () => {
    const id = await addRoom('bleibt')
    await rename(id, 'bleibt')
    expect(await revisionOf('rooms', id)).toBe(1)
    const person = await addPerson(db, 'bleibt', 'Ida Öhm')
    await db
      .updateTable('persons')
      .set({ name: 'Ida Öhm', updated_at: '2031-01-01' })
      .where('id', '=', person)
      .execute()
    expect(await revisionOf('persons', person)).toBe(1)
  })

  test('stands on every row that carries one when it is new', async () => {
    const { rows } = await sql<{ table: string }>`select table_name as table from information_schema.columns
      where table_schema = 'public' and column_name = 'revision' and (is_nullable = 'YES' or column_default is distinct from '1')`.execute(
      db,
    )
    expect(rows).toEqual([])
  })

  test('is counted in every table that has one', async () => {
    const { rows } = await sql<{ table: string }>`select table_name as table from information_schema.columns as c
      where table_schema = 'public' and column_name = 'revision' and not exists (select from pg_trigger
        where tgrelid = format('%I', c.table_name)::regclass and tgname = 'revision')`.execute(db)
    expect(rows).toEqual([])
  })
})

describe('a change of a part', () => {
  test('makes the session another one, and saving the same part again does not', async () => {
    const [session] = await addSessions(db, edition, [{ title: 'Alpha' }])
    const id = newId('appearance')
    const row = { id, session_id: session!, role: 'speaker' as const, organisation_name: 'Stadt Musterhausen' }
    await db.insertInto('appearances').values(row).execute()
    expect(await revisionOf('sessions', session!)).toBe(2)
    await db.updateTable('appearances').set({ mode: 'remote' }).where('id', '=', id).execute()
    expect(await revisionOf('sessions', session!)).toBe(3)
    await db.updateTable('appearances').set({ mode: 'remote' }).where('id', '=', id).execute()
    expect(await revisionOf('sessions', session!)).toBe(3)
    await db.deleteFrom('appearances').where('id', '=', id).execute()
    expect(await revisionOf('sessions', session!)).toBe(4)
  })

  test('that moves to another session changes both', async () => {
    const [one, other] = await addSessions(db, edition, [{ title: 'Beta' }, { title: 'Gamma' }])
    const topic = newId('topic')
    await db
      .insertInto('topics')
      .values({ id: topic, slug: 'e-akte', name: { de: 'E-Akte' } })
      .execute()
    await db.insertInto('session_topics').values({ session_id: one!, topic_id: topic }).execute()
    await db.updateTable('session_topics').set({ session_id: other! }).where('session_id', '=', one!).execute()
    expect([await revisionOf('sessions', one!), await revisionOf('sessions', other!)]).toEqual([3, 2])
  })

  test('counts for people, organisations and topics as well', async () => {
    const person = await addPerson(db, 'teile', 'Bo Berg')
    await db.insertInto('person_names').values({ person_id: person, name: 'B. Berg', folded: 'b berg' }).execute()
    expect(await revisionOf('persons', person)).toBe(2)
    const organisation = { id: newId('organisation'), slug: 'jena', name: 'Jena', kind: 'municipality' as const }
    await db.insertInto('organisations').values(organisation).execute()
    const name = { organisation_id: organisation.id, name: 'Stadt Jena', folded: 'stadt jena' }
    await db.insertInto('organisation_names').values(name).execute()
    expect(await revisionOf('organisations', organisation.id)).toBe(2)
    const topic = { id: newId('topic'), slug: 'wolke', name: { de: 'Wolke' } }
    await db.insertInto('topics').values(topic).execute()
    await db.insertInto('topic_synonyms').values({ topic_id: topic.id, term: 'Cloud', folded: 'cloud' }).execute()
    expect(await revisionOf('topics', topic.id)).toBe(2)
  })
})

describe('lockRevision', () => {
  test('tells what is current from what has changed and what is not there', async () => {
    const id = await addRoom('drei')
    const lock = (key: string, expected?: number) =>
      db.transaction().execute((tx) => lockRevision(tx, 'rooms', key, expected))
    expect(await lock(id, 1)).toBe('current')
    expect(await lock(id)).toBe('current')
    expect(await lock(id, 2)).toBe('changed')
    expect(await lock(newId('room'), 1)).toBe('missing')
  })

  test('does not hold up who adds a part', async () => {
    const [session] = await addSessions(db, edition, [{ title: 'Delta' }])
    const topic = newId('topic')
    await db
      .insertInto('topics')
      .values({ id: topic, slug: 'frei', name: { de: 'Frei' } })
      .execute()
    await db.transaction().execute(async (tx) => {
      await lockRevision(tx, 'topics', topic)
      await db.insertInto('session_topics').values({ session_id: session!, topic_id: topic }).execute()
    })
    expect(await revisionOf('topics', topic)).toBe(1)
  })
})

/** Two people who have the room before them as it was added, and save at once. */
async function saveAtOnce(over: Db, slug: string) {
  const id = await addRoom(slug)
  const save = (name: string) =>
    over.transaction().execute(async (tx) => {
      const state = await lockRevision(tx, 'rooms', id, 1)
      if (state === 'current') await tx.updateTable('rooms').set({ name }).where('id', '=', id).execute()
      return state
    })
  return (await Promise.all([save('Saal Nord'), save('Saal Süd')])).sort()
}

test('of two who save at once one is told that the other was first', async () => {
  expect(await saveAtOnce(db, 'zwei')).toEqual(['changed', 'current'])
})

test('without the lock one of them would be lost', async () => {
  expect(await saveAtOnce(withoutLocks(db, 2), 'zwei-ohne')).toEqual(['current', 'current'])
})
