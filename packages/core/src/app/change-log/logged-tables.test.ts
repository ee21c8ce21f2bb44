import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { loggedTables, unloggedTables } from './logged-tables.ts'

const { db } = await testDatabase()

async function tables(condition: 'exists' | 'not exists'): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and ${sql.raw(condition)} (
      select from pg_trigger where tgrelid = format('%I', table_name)::regclass and tgname = 'log_insert')`.execute(db)
  return rows.map(({ name }) => name).sort()
}

test('every table is logged, or it is said why not', async () => {
  expect(await tables('exists')).toEqual(Object.keys(loggedTables).sort())
  expect(await tables('not exists')).toEqual(Object.keys(unloggedTables).sort())
})

test('a logged table is watched for everything that can happen to its rows', async () => {
  const { rows } = await sql<{ name: string; triggers: string[] }>`
    select tgrelid::regclass::text as name, array_agg(tgname::text order by tgname) as triggers
    from pg_trigger where tgname like 'log\_%' and tgenabled = 'O' group by tgrelid`.execute(db)
  const all = ['log_delete', 'log_insert', 'log_truncate', 'log_update']
  expect(rows.filter(({ triggers }) => triggers.join() !== all.join())).toEqual([])
  expect(rows).toHaveLength(Object.keys(loggedTables).length)
})
