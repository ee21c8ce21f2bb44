import { sql } from 'kysely'
import type { Transaction } from './tables.ts'

/** Says who answers for what `tx` changes: an account's id, or `system` or `public`. What nobody answers for is logged as by `database`. */
export async function nameActor(tx: Transaction, actor: string): Promise<void> {
  await sql`select set_config('fachtag.actor', ${actor}, true)`.execute(tx)
}
