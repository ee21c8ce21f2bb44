import { sql } from 'kysely'
import type { Transaction } from './tables.ts'

/**
 * Waits until nobody else holds the lock of this name, and holds it until the end of `tx`: for choosing what must be unique
 * where there is no row yet that could be locked. Different names may, rarely, wait for each other.
 */
export async function lockName(tx: Transaction, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`fachtag.${name}`}, 0))`.execute(tx)
}
