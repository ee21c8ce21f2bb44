import { sql } from 'kysely'
import type { Transaction } from '../../../../platform/database/tables.ts'

/**
 * When somebody can be there, how they come, and where they could stand in. What `into` said for themselves stays; only for
 * editions about which they said nothing they take what was known under the other name.
 */
export async function moveCircumstances(
  tx: Transaction,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  for (const table of ['availabilities', 'speaker_logistics'] as const) {
    await sql`update ${sql.table(table)} set person_id = ${intoId} where person_id = ${fromId}
      and edition_id not in (select edition_id from ${sql.table(table)} where person_id = ${intoId})`.execute(tx)
    await sql`delete from ${sql.table(table)} where person_id = ${fromId}`.execute(tx)
  }
  await sql`update reserves set person_id = ${intoId} where person_id = ${fromId}`.execute(tx)
}
