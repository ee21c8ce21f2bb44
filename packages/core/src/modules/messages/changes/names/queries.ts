import { sql } from 'kysely'
import type { LocalizedText } from '../../../../kernel/localized-text.ts'
import type { Db } from '../../../../platform/database/tables.ts'

/** A table whose rows are called by a name: an SQL expression over its columns. */
export type NamedTable = { readonly table: string; readonly name: string }

export type Names = ReadonlyMap<string, string | LocalizedText>

type Named = { readonly id: string; readonly name: string | LocalizedText | null }

async function nameStored(db: Db, tables: readonly NamedTable[], ids: readonly string[]): Promise<readonly Named[]> {
  const lookups = tables.map(
    ({ table, name }) =>
      sql`select id, to_jsonb(${sql.raw(name)}) as name from ${sql.table(table)} where id = any(${ids}::text[])`,
  )
  return (await sql<Named>`${sql.join(lookups, sql` union all `)}`.execute(db)).rows
}

/** What is gone was called something when it came, or when it went. */
async function nameGone(db: Db, ids: readonly string[]): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`select distinct on (object_id) object_id as id,
      coalesce(coalesce(after, before) -> 'name', coalesce(after, before) -> 'title') as name
    from change_rows where object_table = table_name and object_id = any(${ids}::text[]) and operation in ('insert', 'delete')
    order by object_id, id desc`.execute(db)
  return rows
}

/**
 * What things are called, by their ids, which begin with a key of `tables`; also what is gone by now. Whatever has no name
 * is not in the answer. Two queries.
 */
export async function nameObjects(
  db: Db,
  tables: ReadonlyMap<string, NamedTable>,
  ids: readonly string[],
): Promise<Names> {
  const wanted = [...new Set(ids)]
  const asked = [...new Set(wanted.map((id) => id.slice(0, id.indexOf('_'))))].flatMap((one) => tables.get(one) ?? [])
  const stored = asked.length > 0 ? await nameStored(db, asked, wanted) : []
  const known = new Map(stored.map(({ id, name }) => [id, name]))
  const gone = wanted.filter((id) => !known.has(id))
  for (const { id, name } of gone.length > 0 ? await nameGone(db, gone) : []) known.set(id, name)
  return new Map([...known].flatMap(([id, name]) => (name === null ? [] : [[id, name] as const])))
}
