import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { type DatabaseColumn, findGaps } from '../../../platform/personal-data/columns.ts'
import { personalData } from './rules.ts'

const { db } = await testDatabase()
const { rows: columns } = await sql<DatabaseColumn>`
  select c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db)

test('of every column of every table it is said whether it holds personal data', () => {
  expect(columns.length).toBeGreaterThan(100)
  expect(findGaps(personalData, columns)).toEqual([])
})

test('what stays says by which right', () => {
  for (const { table, erasure } of personalData) {
    if (erasure?.kind === 'keep') expect([table, erasure.reason.de, erasure.reason.en]).not.toContain(undefined)
  }
})
