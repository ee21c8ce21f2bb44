import { sql } from 'kysely'
import type { Db, Transaction } from './tables.ts'

/** The channel on which every process hears that public pages have changed. */
export const publicationChannel = 'fachtag_publication'

/**
 * Says that something a public page can show changes with `tx`. When it commits, the stamp is higher and every
 * listening process is told; when it rolls back, nothing happened.
 */
export async function touchPublication(tx: Transaction): Promise<void> {
  await tx.insertInto('publications').defaultValues().execute()
  await sql`select pg_notify(${publicationChannel}, '')`.execute(tx)
}

/** How often something public has changed. Two equal answers mean that no public page has changed in between. */
export async function readPublicationStamp(db: Db): Promise<number> {
  const row = await db
    .selectFrom('publications')
    .select(({ fn }) => fn.countAll<number>().as('changes'))
    .executeTakeFirstOrThrow()
  return row.changes
}
