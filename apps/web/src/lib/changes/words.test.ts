import { loggedTables } from '@fachtag/core/app/change-log/logged-tables'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { messages } from '#lib/messages/messages.ts'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { silentColumns } from './fields.ts'

const { db } = await testDatabase()
const tables = Object.keys(loggedTables)

/** The columns of logged tables that a reader is shown. */
async function shownColumns(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select distinct column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = any(${tables})`.execute(db)
  return rows.map(({ name }) => name).filter((name) => !silentColumns.has(name))
}

/** The words that a check constraint lets into a column of a logged table. */
async function codes(): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select distinct matched[1] as code
    from pg_constraint, regexp_matches(pg_get_constraintdef(oid), '''([a-z-]+)''::text', 'g') as matched
    where contype = 'c' and conrelid::regclass::text = any(${tables})
      and pg_get_constraintdef(oid) ~ '\\((state|type|role|mode|kind|visibility|\\w*precision|\\w*certainty|qualifier|given_via|origin) = ANY'`.execute(
    db,
  )
  return rows.map(({ code }) => code)
}

describe.each(['de', 'en'] as const)('in %s there is a word', (locale) => {
  const { kinds, fields, codes: words } = messages(locale).logged

  test('for every table whose changes are told', () => {
    expect(tables.filter((table) => !Object.hasOwn(kinds, table))).toEqual([])
  })

  test('for every column that is shown', async () => {
    const columns = await shownColumns()
    expect(columns.length).toBeGreaterThan(100)
    expect(columns.filter((column) => !Object.hasOwn(fields, column))).toEqual([])
  })

  test('for every code that a column can hold', async () => {
    const all = await codes()
    expect(all.length).toBeGreaterThan(40)
    expect(all.filter((code) => !Object.hasOwn(words, code))).toEqual([])
  })
})
