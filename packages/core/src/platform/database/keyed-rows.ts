import { type Insertable, sql } from 'kysely'
import type { Tables, Transaction } from './tables.ts'

type Table = keyof Tables & string
type Row<T extends Table> = Insertable<Tables[T]>
type Column<T extends Table> = keyof Row<T> & string

const keyOf = (row: object, key: readonly string[]) =>
  JSON.stringify(key.map((column) => (row as Record<string, unknown>)[column]))

/**
 * Writes `rows` in one statement: where a row with the same `key` is stored, it keeps its id and the instant it was made and
 * takes the other values. Every row names the same columns, `id` for the case that it is new. Answers the ids, in order.
 */
export async function saveKeyedRows<T extends Table>(
  tx: Transaction,
  table: T,
  key: readonly Column<T>[],
  rows: readonly Row<T>[],
): Promise<string[]> {
  const [first] = rows
  if (!first) return []
  const columns = Object.keys(first)
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const keyNames = sql.join(key.map((column) => sql.ref(column)))
  const kept: readonly string[] = ['id', 'created_at', ...key]
  const updates = sql.join(
    columns
      .filter((column) => !kept.includes(column))
      .map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
  )
  const saved = await sql<{ id: string }>`insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    on conflict (${keyNames}) do update set ${updates} returning id, ${keyNames}`.execute(tx)
  const ids = new Map(saved.rows.map((row) => [keyOf(row, key), row.id]))
  return rows.map((row) => ids.get(keyOf(row, key))!)
}
