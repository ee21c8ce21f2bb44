import { sql } from 'kysely'
import type { Transaction } from '../../../platform/database/tables.ts'

/**
 * Takes back what is on record as agreed for the materials of every session that somebody appears in: a person who is
 * erased agrees to nothing any more. They stay for those who organise to decide about. Answers their ids. To be called
 * while the appearances still say whose they are.
 */
export async function withdrawMaterials(tx: Transaction, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update materials set has_consent = false
    where session_id in (select session_id from appearances where person_id = any(${personIds})) and kind <> 'link'
    returning id`.execute(tx)
  return rows.map((row) => row.id).toSorted()
}
