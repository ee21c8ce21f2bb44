import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../database/tables.ts'
import { columnsOf } from './columns.ts'
import type { Identity, OwnTable, PersonalData, Subject } from './types.ts'

function valuesOf(subject: Subject): Readonly<Record<Identity, readonly string[]>> {
  return {
    person: subject.personIds,
    account: subject.accountIds,
    address: subject.addresses,
    'address-hash': subject.addressHashes,
  }
}

/** The condition that a row of `table` is the subject's; never true for a table without an owner. */
export function belongsTo(table: PersonalData, subject: Subject): RawBuilder<boolean> {
  const values = valuesOf(subject)
  const conditions = Object.entries(table.owner ?? {}).map(([column, identity]) => {
    const held = identity === 'address' ? sql`lower(${sql.ref(column)})` : sql.ref(column)
    return sql`${held} = any(${values[identity]})`
  })
  return conditions.length > 0 ? sql<boolean>`(${sql.join(conditions, sql` or `)})` : sql<boolean>`false`
}

/** Names that say more than the id in a column. */
const named: Readonly<Record<string, readonly [table: string, name: string]>> = {
  series_id: ['series', 'name'],
  edition_id: ['editions', 'name'],
  session_id: ['sessions', 'title'],
  organisation_id: ['organisations', 'name'],
  track_id: ['tracks', 'name'],
}

function selection(table: PersonalData, columns: readonly string[]) {
  const shown = columns.map((column) => {
    const means = named[column]
    if (!means) return sql`${sql.ref(`own.${column}`)}`
    const [other, name] = means
    return sql`coalesce((select ${sql.ref(`named.${name}`)}::text from ${sql.table(other)} as named
      where named.id = ${sql.ref(`own.${column}`)}), ${sql.ref(`own.${column}`)}) as ${sql.ref(column)}`
  })
  return sql`select ${sql.join(shown)} from ${sql.table(table.table)} as own`
}

async function columnsToShow(db: Db, table: PersonalData): Promise<string[]> {
  const { rows } = await sql<{ column: string }>`select column_name as column from information_schema.columns
    where table_schema = current_schema() and table_name = ${table.table} order by ordinal_position`.execute(db)
  const hidden = new Set([...columnsOf(table.secret), ...columnsOf(table.author)])
  return rows.map((row) => row.column).filter((column) => !hidden.has(column))
}

/** Everything that the subject owns, table by table in the order of the declarations, without what is secret. */
export async function listOwnRows(db: Db, declared: readonly PersonalData[], subject: Subject): Promise<OwnTable[]> {
  const found: OwnTable[] = []
  for (const table of declared) {
    if (!table.owner || !table.title) continue
    const columns = await columnsToShow(db, table)
    const condition = belongsTo(table, subject)
    const { rows } = await sql<Record<string, unknown>>`${selection(table, columns)} where ${condition}`.execute(db)
    if (rows.length > 0) found.push({ table: table.table, title: table.title, rows })
  }
  return found
}
