import { insertRows } from '../../../platform/database/rows.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { listMarks } from './queries.ts'

/** Keeps `marks`, those that are there already once. */
export async function saveMarks(tx: Transaction, marks: readonly string[], at: string): Promise<void> {
  const known = new Set(await listMarks(tx))
  const rows = [...new Set(marks)].filter((hash) => !known.has(hash)).map((hash) => ({ hash, erased_at: at }))
  await insertRows(tx, 'erasures', rows)
}
