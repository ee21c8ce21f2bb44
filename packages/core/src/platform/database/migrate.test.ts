import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { readPublicationStamp, touchPublication } from './publication.ts'

const { db } = await testDatabase()

test('a migrated database has nothing pending, and migrating again does nothing', async () => {
  expect(await pendingMigrations(db)).toEqual([])
  expect(await migrate(db)).toEqual([])
})

test('values arrive as text without a zone', async () => {
  const row = await sql<Record<string, unknown>>`select date '2024-11-27' as day,
    timestamp '2024-11-27 09:30:00' as wall, timestamptz '2024-11-27 09:30:00+01' as instant, 7::bigint as count`.execute(
    db,
  )
  expect(row.rows[0]).toEqual({
    day: '2024-11-27',
    wall: '2024-11-27T09:30',
    instant: '2024-11-27T08:30:00.000Z',
    count: 7,
  })
})

test('the publication stamp rises with a commit and not with a rollback', async () => {
  const before = await readPublicationStamp(db)
  await db.transaction().execute(touchPublication)
  expect(await readPublicationStamp(db)).toBe(before + 1)
  const failing = db.transaction().execute(async (tx) => {
    await touchPublication(tx)
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  expect(await readPublicationStamp(db)).toBe(before + 1)
})
