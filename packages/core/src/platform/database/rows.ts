import { type Insertable, sql } from 'kysely'
import type { Tables, Transaction } from './tables.ts'

type Table = keyof Tables & string
type Row<T extends Table> = Insertable<Tables[T]>
type Column<T extends Table> = keyof Row<T> & string

function columnsOf(rows: readonly object[]): string[] {
  const columns = Object.keys(rows[0] ?? {})
  const fits = (row: object) => Object.keys(row).length === columns.length && columns.every((column) => column in row)
  if (!rows.every(fits)) throw new Error('rows of one statement must name the same columns')
  return columns
}

/** `table` filled from `rows`, which travel as one JSON value: one statement and one parameter whatever their number. */
function insertion(table: Table, columns: readonly string[], rows: readonly object[]) {
  const names = sql.join(columns.map((column) => sql.ref(column)))
  return sql`insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`
}

/** Inserts `rows` in one statement, in their order. Every row names the same columns; JSON columns take plain values. */
export async function insertRows<T extends Table>(tx: Transaction, table: T, rows: readonly Row<T>[]): Promise<void> {
  if (rows.length === 0) return
  await insertion(table, columnsOf(rows), rows).execute(tx)
}

/** Inserts `rows` in one statement; where one with the same `key` exists, its other columns take the new values. */
export async function upsertRows<T extends Table>(
  tx: Transaction,
  table: T,
  key: readonly Column<T>[],
  rows: readonly Row<T>[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = columnsOf(rows)
  const rest = columns.filter((column) => !key.includes(column as Column<T>))
  const target = sql.join(key.map((column) => sql.ref(column)))
  const updates = sql.join(rest.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))
  const action = rest.length > 0 ? sql`do update set ${updates}` : sql`do nothing`
  await sql`${insertion(table, columns, rows)} on conflict (${target}) ${action}`.execute(tx)
}
