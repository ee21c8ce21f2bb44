import { sql } from 'kysely'
import type { Transaction } from '../../../platform/database/tables.ts'

export type ForgetInput = {
  /** Tables whose rows are somebody's. */
  readonly tables: readonly string[]
  /** Ids and addresses by which such a row is known to be theirs. */
  readonly ids: readonly string[]
  /** What names them in rows of others: a regular expression of PostgreSQL. */
  readonly pattern: string | undefined
}

/**
 * Takes the content out of every entry of the log of changes that is about a row of somebody, or that names them; that
 * something was changed, when and by which account stays, and so does the digest that the chain is made of. To be called
 * last in the transaction that erases: what it has just logged goes as well.
 */
export async function forgetInChanges(tx: Transaction, { tables, ids, pattern }: ForgetInput): Promise<void> {
  const marks = ids.map((id) => `%${id.replace(/[\\%_]/g, '\\$&')}%`)
  const content = sql`concat_ws(' ', key::text, before::text, after::text)`
  await sql`with own as materialized (
      select distinct table_name, key from change_rows where erased_by is null and table_name = any(${tables})
        and ${content} ilike any(${marks})
    ), gone as (select current_change() as id)
    update change_rows set key = null, before = null, after = null, salt = null, erased_by = gone.id from gone
    where erased_by is null and ((table_name, key) in (select table_name, key from own)
      or (${pattern ?? null}::text is not null and ${content} ~* ${pattern ?? ''}))`.execute(tx)
}
