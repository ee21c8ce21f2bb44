import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { saveKeyedRows } from './keyed-rows.ts'

const { db } = await testDatabase()
const row = (id: string, slug: string, de: string) => ({
  id,
  slug,
  title: { de },
  body: {},
  updated_at: '2024-01-01T00:00:00Z',
})
const save = (...rows: ReturnType<typeof row>[]) =>
  db.transaction().execute((tx) => saveKeyedRows(tx, 'pages', ['slug'], rows))

test('answers the ids in the order of the rows, those stored before the new ones', async () => {
  expect(await save(row('pag_1', 'a', 'A'), row('pag_2', 'b', 'B'))).toEqual(['pag_1', 'pag_2'])
  expect(await save(row('pag_3', 'c', 'C'), row('pag_4', 'a', 'Neu'))).toEqual(['pag_3', 'pag_1'])
  const pages = await db.selectFrom('pages').select(['id', 'title']).orderBy('slug').execute()
  expect(pages).toEqual([
    { id: 'pag_1', title: { de: 'Neu' } },
    { id: 'pag_2', title: { de: 'B' } },
    { id: 'pag_3', title: { de: 'C' } },
  ])
})

test('no rows are no statement', async () => expect(await save()).toEqual([]))

test('text is data, whatever it looks like', async () => {
  await save(row('pag_5', 'd', `'; drop table pages; -- \\ "x" {}`))
  const page = await db.selectFrom('pages').select('title').where('slug', '=', 'd').executeTakeFirst()
  expect(page?.title).toEqual({ de: `'; drop table pages; -- \\ "x" {}` })
})
