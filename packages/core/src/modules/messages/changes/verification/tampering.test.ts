import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { forgetInChanges } from '../forgetting/commands.ts'
import { verifyChanges } from './queries.ts'
import type { Verification } from './types.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

beforeAll(async () => {
  const edition = await addEdition(db, 'kette')
  const { roomId } = await addTrackAndRoom(db, edition, 'saal')
  const personId = await addPerson(db, 'ida-oehm', 'Ida Öhm')
  await addSessions(db, edition, [{ title: 'Alpha', personIds: [personId] }, { title: 'Beta' }])
  for (const name of ['Saal 1', 'Saal 2', 'Saal 3'])
    await db.updateTable('rooms').set({ name }).where('id', '=', roomId).execute()
  await ctx.transaction((tx) =>
    forgetInChanges(tx, { tables: ['persons', 'appearances'], ids: [personId], pattern: 'ida öhm' }),
  )
  await addTrackAndRoom(db, edition, 'danach')
})

/** Takes away what keeps an honest program from touching the log, as somebody with all rights over the database can. */
async function unlock(tx: Transaction): Promise<void> {
  await sql`alter table changes disable trigger user`.execute(tx)
  await sql`alter table change_rows disable trigger user`.execute(tx)
  await sql`alter table change_rows alter column id drop identity`.execute(tx)
  await sql`do $$ declare held record; begin
    for held in select conrelid::regclass as table, conname from pg_constraint
      where conrelid in ('changes'::regclass, 'change_rows'::regclass) and contype in ('c', 'f', 'p', 'u') order by contype = 'p'
    loop execute format('alter table %s drop constraint if exists %I cascade', held.table, held.conname); end loop; end $$`.execute(
    tx,
  )
}

/** What is found after `statements`. Nothing of them stays. */
async function verifyAfter(statements: readonly string[], expected?: string): Promise<Verification> {
  let found: Verification | undefined
  const attempt = db.transaction().execute(async (tx) => {
    await unlock(tx)
    for (const statement of statements) await sql.raw(statement).execute(tx)
    found = await verifyChanges(ctx.in(tx), expected)
    throw new Error('not to be kept')
  })
  await expect(attempt).rejects.toThrow('not to be kept')
  return found!
}

const one = "(select change_id from change_rows where operation = 'update' order by id limit 1)"
const row = "(select min(id) from change_rows where operation = 'update')"
const onChange = (set: string) => `update changes set ${set} where id = ${one}`
const onRow = (set: string) => `update change_rows set ${set} where id = ${row}`

const alterations: Record<string, string> = {
  'changes.id': onChange("id = 'chg_other'"),
  'changes.number': onChange('number = 1000'),
  'changes.at': onChange("at = at + interval '1 microsecond'"),
  'changes.actor': onChange("actor = 'acc_other'"),
  'changes.undoes_id': onChange("undoes_id = 'chg_other'"),
  'changes.hash': onChange("hash = sha256('x')"),
  'change_rows.id': onRow('id = 100000'),
  'change_rows.change_id': onRow('change_id = (select id from changes where number = 1)'),
  'change_rows.table_name': onRow("table_name = 'tracks'"),
  'change_rows.operation': onRow("operation = 'insert'"),
  'change_rows.object_table': onRow("object_table = 'tracks'"),
  'change_rows.object_id': onRow("object_id = 'trk_1'"),
  'change_rows.edition_id': onRow('edition_id = null'),
  'change_rows.series_id': onRow("series_id = 'srs_1'"),
  'change_rows.key': onRow('key = \'{"id": "rom_1"}\''),
  'change_rows.before': onRow('before = \'{"name": "Saal 0"}\''),
  'change_rows.after': onRow('after = \'{"name": "Saal 9"}\''),
  'change_rows.salt': onRow("salt = 'x'"),
  'change_rows.digest': onRow("digest = sha256('x')"),
  'change_rows.erased_by': onRow(`erased_by = ${one}`),
}

describe('a log that nobody has touched', () => {
  test('holds, also with what was erased', async () => {
    const found = await verifyChanges(ctx)
    expect(found).toMatchObject({ problem: null, head: { number: found.changes } })
    expect(found.changes).toBeGreaterThan(8)
    expect(found.erased).toBeGreaterThan(1)
    expect(found.rows).toBeGreaterThan(found.changes)
    expect(await verifyAfter([])).toEqual(found)
  })

  test('holds when it is empty', async () => {
    const { db: empty } = await testDatabase()
    const found = await verifyChanges(createContext(empty, systemActor))
    expect(found).toEqual({ changes: 0, rows: 0, erased: 0, head: null, problem: null })
  })

  test('is not for everybody', async () => {
    await expect(verifyChanges(createContext(db, publicActor))).rejects.toThrow('access.denied')
  })
})

describe('what is altered is found, in', () => {
  test.each(Object.entries(alterations))('%s', async (_column, statement) => {
    expect((await verifyAfter([statement])).problem).not.toBeNull()
  })

  test('every column there is', async () => {
    const { rows } = await sql<{ name: string }>`select table_name || '.' || column_name as name
      from information_schema.columns where table_name in ('changes', 'change_rows') and table_schema = 'public'`.execute(
      db,
    )
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(alterations).sort())
  })
})

describe('what else is done to it is found:', () => {
  const rowsOfOne = `delete from change_rows where change_id = ${one}`
  test.each<[string, readonly string[], object]>([
    ['an entry taken out', [`delete from change_rows where id = ${row}`], { kind: 'altered', number: 7 }],
    ['a change taken out', [rowsOfOne, 'delete from changes where number = 7'], { kind: 'missing', number: 7 }],
    ['a change without its entries', [rowsOfOne], { kind: 'altered' }],
    ['the entries without their change', ['delete from changes where number = (select max(number) from changes)'], { kind: 'inserted' }],
    ['an entry put in', [`insert into change_rows select (jsonb_populate_record(r, '{"id": 100000}')).* from change_rows r where id = ${row}`], { kind: 'altered' }],
    ['a change put in', ["insert into changes select 'chg_new', null, at, actor, null, null from changes where number = 3"], { kind: 'inserted' }],
    ['two changes in another order', ['update changes set number = case number when 8 then 9 else 8 end where number in (8, 9)'], { kind: 'altered', number: 8 }],
    ['an entry emptied', [onRow('key = null, before = null, after = null, salt = null')], { kind: 'altered' }],
    ['an entry emptied as if it had been erased', [onRow(`key = null, before = null, after = null, salt = null, erased_by = ${one}`)], { kind: 'emptied' }],
    ['an entry emptied under an erasure that was another', [onRow("key = null, before = null, after = null, salt = null, erased_by = (select change_id from change_rows where operation = 'erase')")], { kind: 'emptied' }],
    ['the record of an erasure emptied', ["update change_rows set key = null, before = null, after = null, salt = null, erased_by = change_id where operation = 'erase'"], { kind: 'emptied' }],
  ])('%s', async (_what, statements, problem) => {
    expect((await verifyAfter(statements)).problem).toMatchObject(problem)
  }) // biome-ignore format: one case a line

  test('the end cut off, against a hash that was noted', async () => {
    const noted = (await verifyChanges(ctx)).head!.hash
    const cut = [
      'delete from change_rows where change_id = (select id from changes order by number desc limit 1)',
      'delete from changes where number = (select max(number) from changes)',
    ]
    expect((await verifyAfter(cut)).problem).toBeNull()
    expect((await verifyAfter(cut, noted)).problem).toMatchObject({ kind: 'cut' })
    await addPerson(db, 'spaeter', 'Bo Berg')
    expect((await verifyChanges(ctx, noted.toUpperCase())).problem).toBeNull()
  })
})
