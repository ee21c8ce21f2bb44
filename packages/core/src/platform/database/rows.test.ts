import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { insertRows, upsertRows } from './rows.ts'

const { db } = await testDatabase()

const page = (slug: string, de: string) => ({ id: `pag_${slug}`, slug, title: { de }, body: {} })
const titles = () => db.selectFrom('pages').select(['slug', 'title']).orderBy('slug').execute()

test('rows go in and are overwritten by key, JSON and quotes included', async () => {
  await db.transaction().execute((tx) => insertRows(tx, 'pages', [page('a', "O'Hara \\ „x“"), page('b', 'B')]))
  await db.transaction().execute((tx) => upsertRows(tx, 'pages', ['id'], [page('b', 'neu'), page('c', 'C')]))
  expect(await titles()).toEqual([
    { slug: 'a', title: { de: "O'Hara \\ „x“" } },
    { slug: 'b', title: { de: 'neu' } },
    { slug: 'c', title: { de: 'C' } },
  ])
})

test('columns that no row names keep their default', async () => {
  await db.transaction().execute((tx) => insertRows(tx, 'pages', [{ id: 'pag_d', slug: 'd', title: { de: 'D' } }]))
  const row = await db.selectFrom('pages').select(['body', 'updated_at']).where('slug', '=', 'd').executeTakeFirst()
  expect(row?.body).toEqual({})
  expect(row?.updated_at).toMatch(/Z$/)
})

test('a row that is only its key may come twice', async () => {
  await sql`create table keys (key text primary key)`.execute(db)
  const put = () =>
    db.transaction().execute((tx) => upsertRows(tx, 'keys' as never, ['key'] as never, [{ key: 'a' }] as never))
  await put()
  await put()
  expect((await sql`select key from keys`.execute(db)).rows).toEqual([{ key: 'a' }])
})

test('no rows are no statement', async () => {
  await db.transaction().execute((tx) => insertRows(tx, 'pages', []))
  await db.transaction().execute((tx) => upsertRows(tx, 'pages', ['id'], []))
})

test('rows with different columns are refused', async () => {
  const rows = [page('x', 'X'), { ...page('y', 'Y'), updated_at: '2024-01-01T00:00:00Z' }]
  const writing = db.transaction().execute((tx) => insertRows(tx, 'pages', rows))
  await expect(writing).rejects.toThrow('same columns')
})
