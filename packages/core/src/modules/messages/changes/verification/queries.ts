import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/types.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { ChainWalk } from './rules.ts'
import type { ChainEntry, ChainProblem, Verification } from './types.ts'

const atOnce = 1_000

function readEntries(db: Db, number: number, rowId: number) {
  return sql<ChainEntry>`select c.number, c.id as "changeId", encode(c.hash, 'hex') as hash,
      jsonb_build_array(c.number, c.id, (extract(epoch from c.at) * 1000000)::bigint, c.actor, c.undoes_id)::text as head,
      jsonb_build_array(r.id, r.table_name, r.operation, r.object_table, r.object_id, r.edition_id, r.series_id,
        encode(r.digest, 'hex'))::text as line,
      r.id as "rowId", r.table_name as "table", r.operation = 'erase' as "isErasure", r.erased_by is not null as "isErased",
      encode(r.digest, 'hex') as digest, encode(r.salt, 'hex') as salt,
      r.key::text || E'\n' || coalesce(r.before::text, '') || E'\n' || coalesce(r.after::text, '') as content
    from changes c left join change_rows r on r.change_id = c.id
    where c.number >= ${number} and (c.number > ${number} or r.id > ${rowId})
    order by c.number, r.id limit ${atOnce}`.execute(db)
}

type Walked = { readonly walk: ChainWalk; readonly expectedAt: number | null }

/** The whole chain, a thousand entries at a time, whatever its length. */
async function walkChain(db: Db, expected: string | undefined): Promise<Walked> {
  const walk = new ChainWalk()
  let expectedAt: number | null = null
  let [number, rowId] = [0, 0]
  for (;;) {
    const { rows } = await readEntries(db, number, rowId)
    for (const entry of rows) {
      walk.take(entry)
      if (entry.hash === expected) expectedAt = entry.number
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnce || walk.problem) break
    ;[number, rowId] = [last.number, last.rowId ?? 0]
  }
  if (!walk.problem) walk.close()
  return { walk, expectedAt }
}

/** What no walk along the chain meets: changes without a number, entries of changes that are not there. */
async function findOutside(db: Db): Promise<ChainProblem | null> {
  const { rows } = await sql<ChainProblem>`
    select 'inserted' as kind, null as number, id as "changeId", null as "table" from changes where number is null or hash is null
    union all select 'inserted', null, change_id, table_name from change_rows r
      where not exists (select from changes c where c.id = r.change_id)
    limit 1`.execute(db)
  return rows[0] ?? null
}

/** Entries that are empty and of which no record of an erasure says so, or says so of others. */
async function findEmptied(db: Db): Promise<ChainProblem | null> {
  const { rows } = await sql<ChainProblem>`
    with emptied as (
      select erased_by, min(id) as first, count(*) as entries,
        encode(sha256(convert_to(string_agg(id::text, ',' order by id), 'UTF8')), 'hex') as digest
      from change_rows where erased_by is not null group by erased_by
    ),
    noted as (
      select distinct on (change_id) change_id, (after ->> 'entries')::bigint as entries, after ->> 'digest' as digest
      from change_rows where operation = 'erase' order by change_id, id desc
    )
    select 'emptied' as kind, c.number, c.id as "changeId", r.table_name as "table"
    from emptied full join noted on noted.change_id = emptied.erased_by
    left join change_rows r on r.id = emptied.first
    left join changes c on c.id = coalesce(r.change_id, noted.change_id)
    where (emptied.entries, emptied.digest) is distinct from (noted.entries, noted.digest)
    order by c.number limit 1`.execute(db)
  return rows[0] ?? null
}

/**
 * Whether the log is as it was written: every entry, every change, their order, none missing between them. That the end has
 * been cut off, or all of it written anew, is seen only against a hash that was noted elsewhere: `expected`, in hexadecimal.
 * Needs the same memory for any length.
 */
export async function verifyChanges(ctx: Context, expected?: string): Promise<Verification> {
  ctx.authorize('change.view_all', null)
  const { walk, expectedAt } = await walkChain(ctx.db, expected?.toLowerCase())
  const { changes, rows, erased, hash } = walk
  const isCut = expected !== undefined && (expectedAt === null || expectedAt > changes)
  const cut: ChainProblem = { kind: 'cut', number: null, changeId: null, table: null }
  const problem = walk.problem ?? (await findOutside(ctx.db)) ?? (await findEmptied(ctx.db)) ?? (isCut ? cut : null)
  return { changes, rows, erased, head: changes > 0 ? { number: changes, hash } : null, problem }
}
