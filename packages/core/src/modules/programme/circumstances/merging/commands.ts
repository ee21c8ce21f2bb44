import { sql } from 'kysely'
import type { Transaction } from '../../../../platform/database/tables.ts'

/**
 * When somebody can be there, and where they could stand in. What `into` said for themselves stays; only for editions about
 * which they said nothing they take what was known under the other name.
 */
export async function moveCircumstances(
  tx: Transaction,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  await sql`update availabilities set person_id = ${intoId} where person_id = ${fromId}
    and edition_id not in (select edition_id from availabilities where person_id = ${intoId})`.execute(tx)
  await sql`delete from availabilities where person_id = ${fromId}`.execute(tx)
  await sql`update reserves set person_id = ${intoId} where person_id = ${fromId}`.execute(tx)
}
