import { sql } from 'kysely'
import type { Transaction } from '../../../../platform/database/tables.ts'

/** What is to be forgotten; see `forgetInChanges`. */
export type Forgotten = {
  readonly tables: readonly string[]
  readonly ids: readonly string[]
  /** POSIX regular expression, upper and lower case alike; undefined looks for nothing. */
  readonly pattern: string | undefined
}

const content = sql`concat_ws(' ', r.key, r.before, r.after)`

/**
 * Empties the log of somebody: of every entry about a row of `tables` that mentions one of `ids`, with all other entries
 * about the same row, and of every entry of any table in which `pattern` is found. What was changed when and by whom stays,
 * and the chain still verifies, because it is made of salted digests. A record of how much was emptied is chained as well.
 * To be called last in the transaction that erases, so that what the log took down of that goes too. Answers the number of
 * entries emptied.
 */
export async function forgetInChanges(tx: Transaction, { tables, ids, pattern }: Forgotten): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with mentioned as materialized (
      select r.id, r.table_name, r.key, r.table_name = any(${tables}) as is_own from change_rows r
        where r.erased_by is null and r.operation <> 'erase' and (
          (r.table_name = any(${tables}) and exists (
            select from unnest(${ids}::text[]) as wanted where position(wanted in ${content}) > 0))
          or ${pattern === undefined ? sql`false` : sql`${content} ~* ${pattern}`})
    )
    select id from mentioned
    union select r.id from change_rows r join mentioned m on m.is_own and m.table_name = r.table_name and m.key = r.key
      where r.erased_by is null`.execute(tx)
  return emptyEntries(
    tx,
    rows.map((row) => row.id),
  )
}

/** Empties the entries with these ids, with the record of it that a verifier asks for. Answers how many there were. */
export async function emptyEntries(tx: Transaction, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0
  await sql`update change_rows set key = null, before = null, after = null, salt = null, erased_by = current_change()
    where id = any(${ids}::bigint[])`.execute(tx)
  await noteErasure(tx)
  return ids.length
}

/** The record that lets a verifier tell an erasure from entries that somebody has emptied by hand. */
async function noteErasure(tx: Transaction): Promise<void> {
  await sql`
    with erased as (
      select count(*) as entries, encode(sha256(convert_to(string_agg(id::text, ',' order by id), 'UTF8')), 'hex') as digest
        from change_rows where erased_by = current_change()
    ),
    told as (
      select jsonb_build_object('id', current_change()) as key, jsonb_build_object('entries', entries, 'digest', digest) as after,
        uuid_send(gen_random_uuid()) as salt from erased
    )
    insert into change_rows (change_id, table_name, operation, object_table, object_id, key, after, salt, digest)
    select current_change(), 'change_rows', 'erase', 'changes', current_change(), key, after, salt,
      sha256(salt || convert_to(key::text || E'\n' || E'\n' || after::text, 'UTF8')) from told`.execute(tx)
}
