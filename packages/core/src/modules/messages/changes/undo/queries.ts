import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/tables.ts'
import type { UndoneRow, UndoOutcome } from './types.ts'

/** What a change did, row by row; empty where there is no such change. */
export async function listUndoneRows(db: Db, changeId: string): Promise<UndoneRow[]> {
  const { rows } = await sql<UndoneRow>`select table_name as "table", operation, object_table as "objectTable",
      object_id as "objectId", edition_id as "editionId", series_id as "seriesId", erased_by is not null as "isErased"
    from change_rows where change_id = ${changeId} order by id`.execute(db)
  return rows
}

/** The first committed change of a row that the change has touched, after it; null where it is the last of all its rows. */
export async function findOvertaking(db: Db, changeId: string) {
  const { rows } = await sql<Extract<UndoOutcome, { kind: 'overtaken' }>['by']>`
    select c.id, c.at, c.actor from change_rows mine
      join change_rows later on later.id > mine.id and later.table_name = mine.table_name and (later.key = mine.key
        or (later.erased_by is not null and later.object_table = mine.object_table and later.object_id = mine.object_id))
      join changes c on c.id = later.change_id and c.number is not null
    where mine.change_id = ${changeId} and later.change_id <> ${changeId} order by c.number limit 1`.execute(db)
  return rows[0] ?? null
}

/** Whether the running transaction has changed rows that the change it undoes has not: what hung on them went along. */
export async function reachesFurther(db: Db, changeId: string): Promise<boolean> {
  const { rows } =
    await sql`select from change_rows r where r.change_id = nullif(current_setting('fachtag.change', true), '')
    and not exists (select from change_rows o
      where o.change_id = ${changeId} and o.table_name = r.table_name and o.key = r.key) limit 1`.execute(db)
  return rows.length > 0
}

/** Whether tables that are not logged (the published programme, mails) refer to rows that the change has added. */
export async function isReferredTo(db: Db, changeId: string): Promise<boolean> {
  const { rows: links } = await sql<{ from: string; column: string; to: string; key: string }>`
    select link.conrelid::regclass::text as "from", held.attname as "column", link.confrelid::regclass::text as "to",
      known.attname as "key"
    from pg_constraint link
      join pg_attribute held on held.attrelid = link.conrelid and held.attnum = link.conkey[1]
      join pg_attribute known on known.attrelid = link.confrelid and known.attnum = link.confkey[1]
    where link.contype = 'f' and cardinality(link.conkey) = 1
      and link.confrelid::regclass::text in (
        select table_name from change_rows where change_id = ${changeId} and operation = 'insert')
      and not exists (select from pg_trigger where tgrelid = link.conrelid and tgname = 'log_insert')`.execute(db)
  if (links.length === 0) return false
  const looks = links.map(
    ({ from, column, to, key }) => sql`select from ${sql.table(from)} where ${sql.ref(column)} in (
      select change_rows.key ->> ${key} from change_rows
      where change_id = ${changeId} and table_name = ${to} and operation = 'insert')`,
  )
  const { rows } = await sql`${sql.join(looks, sql` union all `)} limit 1`.execute(db)
  return rows.length > 0
}
