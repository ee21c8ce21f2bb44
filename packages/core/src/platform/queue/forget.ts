import { sql } from 'kysely'
import type { Transaction } from '../database/tables.ts'
import { queueSchema } from './queue.ts'

/** Deletes every job, done or waiting, whose payload or result matches `pattern` (a regular expression of PostgreSQL). */
export async function forgetJobs(tx: Transaction, pattern: string): Promise<void> {
  const job = `${queueSchema}.job`
  const there = await sql<{ job: string | null }>`select to_regclass(${job})::text as job`.execute(tx)
  if (!there.rows[0]?.job) return
  await sql`delete from ${sql.table(job)} where data::text ~* ${pattern} or output::text ~* ${pattern}`.execute(tx)
}
