import { sql, type Updateable } from 'kysely'
import { type EditableTable, lockRevision, type RevisionState } from './revision.ts'
import type { Tables, Transaction } from './tables.ts'

type Row<T extends EditableTable> = Updateable<Tables[T]>

/** What a row belongs to: the columns that name its owner, and their values. */
export type Owner = Readonly<Record<string, string>>

function condition(id: string, owner: Owner) {
  const parts = Object.entries({ id, ...owner }).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  return sql.join(parts, sql` and `)
}

/** Locks the row and says how it stands to revision `expected`. A row of another owner is missing. */
export async function lockOwned(
  tx: Transaction,
  table: EditableTable,
  id: string,
  owner: Owner,
  expected?: number,
): Promise<RevisionState> {
  const found = await sql`select 1 from ${sql.table(table)} where ${condition(id, owner)}`.execute(tx)
  return found.rows.length === 0 ? 'missing' : lockRevision(tx, table, id, expected)
}

/** Gives the row of this owner new values, if it is still at revision `expected` (or whatever its revision, without). */
export async function updateOwned<T extends EditableTable>(
  tx: Transaction,
  table: T,
  id: string,
  owner: Owner,
  values: Row<T>,
  expected?: number,
): Promise<RevisionState> {
  const state = await lockOwned(tx, table, id, owner, expected)
  if (state !== 'current') return state
  const entries = Object.entries(values).map(([column, value]) => {
    const plain = typeof value === 'object' && value !== null ? JSON.stringify(value) : value
    return sql`${sql.ref(column)} = ${plain}`
  })
  await sql`update ${sql.table(table)} set ${sql.join(entries)} where ${condition(id, owner)}`.execute(tx)
  return state
}

/**
 * `lockOwned` for a row that is about to be deleted: until the end of `tx` nobody can begin to refer to it either, so that
 * what depends on it can be counted.
 */
export async function lockForRemoval(
  tx: Transaction,
  table: EditableTable,
  id: string,
  owner: Owner,
  expected?: number,
): Promise<RevisionState> {
  await tx
    .selectFrom(sql<{ id: string }>`${sql.table(table)}`.as('owned'))
    .select('owned.id')
    .where(sql<boolean>`${condition(id, owner)}`)
    .forUpdate()
    .execute()
  return lockOwned(tx, table, id, owner, expected)
}

/** Deletes the row of this owner, which has been locked for it. */
export async function deleteOwned(tx: Transaction, table: EditableTable, id: string, owner: Owner): Promise<void> {
  await sql`delete from ${sql.table(table)} where ${condition(id, owner)}`.execute(tx)
}
