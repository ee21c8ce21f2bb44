import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom } from '../../../test/programme.ts'
import { newId } from '../../kernel/ids.ts'
import { nameActor } from './changes.ts'
import type { Db, Transaction } from './tables.ts'

const { db } = await testDatabase()
const edition = await addEdition(db, 'protokoll')

async function changesSince<T>(work: () => Promise<T>) {
  const last = await sql<{ id: number }>`select coalesce(max(id), 0) as id from change_rows`.execute(db)
  await work()
  return db
    .selectFrom('change_rows')
    .innerJoin('changes', 'changes.id', 'change_rows.change_id')
    .selectAll('change_rows')
    .select(['changes.actor', 'changes.number', 'changes.hash'])
    .where('change_rows.id', '>', last.rows[0]!.id)
    .orderBy('change_rows.id')
    .execute()
}

const rename = (on: Db, id: string, name: string) =>
  on.updateTable('rooms').set({ name }).where('id', '=', id).execute()
const addRoom = async (slug: string) => (await addTrackAndRoom(db, edition, slug)).roomId

describe('what is logged', () => {
  test('is the whole row when it comes and when it goes, and the columns that differ in between', async () => {
    const id = newId('room')
    const rows = await changesSince(async () => {
      await db
        .insertInto('rooms')
        .values({ id, edition_id: edition.id, slug: 'saal', name: 'Saal', capacity: 80 })
        .execute()
      await db.updateTable('rooms').set({ name: 'Saal', capacity: 120 }).where('id', '=', id).execute()
      await db.deleteFrom('rooms').where('id', '=', id).execute()
    })
    expect(rows.map((row) => [row.operation, row.before, row.after])).toEqual([
      ['insert', null, expect.objectContaining({ id, name: 'Saal', capacity: 80, description: null })],
      ['update', { capacity: 80 }, { capacity: 120 }],
      ['delete', expect.objectContaining({ id, name: 'Saal', capacity: 120 }), null],
    ])
    const place = { object_table: 'rooms', object_id: id, edition_id: edition.id, series_id: edition.seriesId }
    expect(rows).toEqual(Array(3).fill(expect.objectContaining({ ...place, table_name: 'rooms', key: { id } })))
  })

  test('is nothing when nothing changes but the notes about changing', async () => {
    const id = await addPerson(db, 'gleich', 'Ida Öhm')
    const rows = await changesSince(() =>
      db.updateTable('persons').set({ name: 'Ida Öhm', updated_at: '2031-01-01' }).where('id', '=', id).execute(),
    )
    expect(rows).toEqual([])
  })

  test('is told with the object it is a part of, and where that belongs', async () => {
    const rows = await changesSince(() => addSessions(db, edition, [{ title: 'Alpha', personIds: [] }]))
    const session = rows[0]!.object_id
    const added = await changesSince(() =>
      db
        .insertInto('appearances')
        .values({ id: newId('appearance'), session_id: session, role: 'speaker', organisation_name: 'Stadt Jena' })
        .execute(),
    )
    const gone = await changesSince(() => db.deleteFrom('sessions').where('id', '=', session).execute())
    expect([...added, ...gone].map((row) => [row.table_name, row.operation, row.object_id, row.edition_id])).toEqual([
      ['appearances', 'insert', session, edition.id],
      ['sessions', 'delete', session, edition.id],
      ['appearances', 'delete', session, edition.id],
    ])
  })

  test('still says where it belonged when the edition itself goes', async () => {
    const doomed = await addEdition(db, 'vergeht')
    await addTrackAndRoom(db, doomed, 'raum')
    const rows = await changesSince(() => db.deleteFrom('editions').where('id', '=', doomed.id).execute())
    expect(rows.map((row) => [row.table_name, row.edition_id, row.series_id]).sort()).toEqual([
      ['editions', doomed.id, doomed.seriesId],
      ['rooms', doomed.id, doomed.seriesId],
      ['tracks', doomed.id, doomed.seriesId],
    ])
  })

  test('is a row that came and one that went when the key changes', async () => {
    await db.insertInto('news_categories').values({ series_id: edition.seriesId, slug: 'alt', name: {} }).execute()
    const rows = await changesSince(() => db.updateTable('news_categories').set({ slug: 'neu' }).execute())
    expect(rows.map((row) => [row.operation, row.key?.slug]).sort()).toEqual([
      ['delete', 'alt'],
      ['insert', 'neu'],
    ])
  })

  test('leaves out large texts that are kept elsewhere, and tells that they are there', async () => {
    const given = { edition_id: edition.id, number: 1, name: 'Stand 1', published_at: '2031-01-01T00:00:00Z' }
    const texts = { snapshot: '{}', changes: '{}', report: '{}' }
    const [row] = await changesSince(() =>
      db
        .insertInto('releases')
        .values({ ...given, ...texts, id: newId('release') } as never)
        .execute(),
    )
    expect(row!.after).toMatchObject({ name: 'Stand 1', snapshot: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) })
  })
})

describe('a transaction', () => {
  const both = async (tx: Transaction, one: string, other: string) => {
    await rename(tx, one, 'Saal 1')
    await rename(tx, other, 'Saal 2')
  }

  test('is one change, by whom it names', async () => {
    const [one, other] = [await addRoom('eins'), await addRoom('zwei')]
    const rows = await changesSince(() =>
      db.transaction().execute(async (tx) => {
        await nameActor(tx, 'acc_1')
        await both(tx, one, other)
      }),
    )
    expect(new Set(rows.map((row) => row.change_id)).size).toBe(1)
    expect(rows.map((row) => row.actor)).toEqual(['acc_1', 'acc_1'])
    const [later] = await changesSince(() => rename(db, one, 'Saal 3'))
    expect(later!.actor).toBe('database')
  })

  test('that fails leaves nothing in the log, and no gap', async () => {
    const id = await addRoom('scheitert')
    const before = await sql<{ last: number }>`select max(number) as last from changes`.execute(db)
    const failing = db.transaction().execute(async (tx) => {
      await rename(tx, id, 'Nie')
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    const [row] = await changesSince(() => rename(db, id, 'Doch'))
    expect(row!.number).toBe(before.rows[0]!.last + 1)
  })

  test('that goes back to a savepoint keeps what came before it', async () => {
    const [one, other] = [await addRoom('vorher'), await addRoom('nachher')]
    const rows = await changesSince(() =>
      db.transaction().execute(async (tx) => {
        await sql`savepoint here`.execute(tx)
        await rename(tx, one, 'Verworfen')
        await sql`rollback to savepoint here`.execute(tx)
        await rename(tx, other, 'Behalten')
      }),
    )
    expect(rows.map((row) => row.after)).toEqual([{ name: 'Behalten' }])
    expect(rows[0]!.hash).not.toBeNull()
  })
})

describe('the log', () => {
  test.each([
    sql`update changes set actor = 'system'`,
    sql`update changes set hash = null`,
    sql`delete from changes`,
    sql`truncate changes cascade`,
    sql`update change_rows set before = '{}'`,
    sql`update change_rows set table_name = 'rooms', key = null, before = null, after = null, salt = null, erased_by = change_id`,
    sql`delete from change_rows`,
    sql`truncate change_rows`,
    sql`truncate rooms cascade`,
  ])('is only added to %#', async (statement) => {
    await expect(statement.execute(db)).rejects.toMatchObject({ code: '23001' })
  })

  test('is written by four at once without waiting for each other in a circle', async () => {
    const rooms = await Promise.all(['a', 'b', 'c', 'd'].map((slug) => addRoom(`vier-${slug}`)))
    const write = (id: string, name: string) => db.transaction().execute((tx) => rename(tx, id, name))
    const rows = await changesSince(() =>
      Promise.all(
        rooms.map(async (id) => {
          for (let n = 0; n < 25; n++) await write(id, `Fassung ${n}`)
        }),
      ),
    )
    const numbers = rows.map((row) => row.number!).sort((one, other) => one - other)
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, n) => numbers[0]! + n))
  })

  test('is chained last of all at commit: nothing else waits until then and could close a circle', async () => {
    const { rows } = await sql<{ name: string }>`select tgname as name from pg_trigger
      join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
      where tgdeferrable and nspname = 'public'`.execute(db)
    expect(rows).toEqual([{ name: 'chain' }])
  })
})
