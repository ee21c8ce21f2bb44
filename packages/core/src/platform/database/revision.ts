import { type Generated, sql } from 'kysely'
import type { Tables, Transaction } from './tables.ts'

/** The tables whose rows count how often they were changed. */
export type EditableTable = {
  [T in keyof Tables]: Tables[T] extends { id: string; revision: Generated<number> } ? T : never
}[keyof Tables]

/** How a stored row stands to the one that somebody has before them. */
export type RevisionState = 'current' | 'changed' | 'missing'

/**
 * Locks the row for whoever saves it next and says whether it is still at revision `expected`; without `expected`, whether
 * it is there. The answer holds until the end of `tx`. Says nothing about whom the row belongs to.
 */
export async function lockRevision(
  tx: Transaction,
  table: EditableTable,
  id: string,
  expected?: number,
): Promise<RevisionState> {
  const row = await tx
    .selectFrom(sql<{ id: string; revision: number }>`${sql.table(table)}`.as('edited'))
    .select('edited.revision')
    .where('edited.id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) return 'missing'
  return expected === undefined || row.revision === expected ? 'current' : 'changed'
}
