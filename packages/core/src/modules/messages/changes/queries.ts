import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/database/tables.ts'
import type { Change, ChangedRow, ChangeFilter, ChangePage, ChangePlace } from './types.ts'

/** How many rows of a change are shown before the rest is counted. */
export const shownRows = 25

const pageSize = 30

function within(place: ChangePlace): Expression<SqlBool> {
  switch (place.kind) {
    case 'object':
      return sql`r.object_table = ${place.table} and r.object_id = ${place.id}`
    case 'edition':
      return sql`r.edition_id = ${place.editionId}`
    case 'series':
      return sql`r.series_id = ${place.seriesId}`
    case 'site':
      return sql`true`
  }
}

/** `text` as it stands inside a JSON string, for LIKE. */
const likeInJson = (text: string) =>
  `%${JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\\%_]/g, '\\$&')}%`

/** The names of columns are no hit: first the quick look at all of the JSON, then at its values alone. */
function mentions(text: string): Expression<SqlBool> {
  const inAll = likeInJson(text)
  const inValue = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(r.before::text ilike ${inAll} or r.after::text ilike ${inAll}) and exists (
    select from jsonb_each_text(r.before) as was where was.value ilike ${inValue}
    union all select from jsonb_each_text(r.after) as became where became.value ilike ${inValue})`
}

function matching(place: ChangePlace, filter: ChangeFilter): Expression<SqlBool> {
  const { table, object, text } = filter
  const zone = filter.timeZone ?? 'Europe/Berlin'
  const conditions = [
    within(place),
    table && sql`r.object_table = ${table}`,
    object && sql`r.object_id = ${object}`,
    filter.actor && sql`c.actor = ${filter.actor}`,
    filter.from && sql`c.at >= ${filter.from}::date::timestamp at time zone ${zone}`,
    filter.until && sql`c.at < (${filter.until}::date + 1)::timestamp at time zone ${zone}`,
    text && mentions(text),
  ]
  return sql.join(
    conditions.filter((one) => typeof one === 'object'),
    sql` and `,
  )
}

type Head = Omit<Change, 'rows'>

/** The change that took `c` back, unless that was taken back itself. */
const undoneBy = sql`(select u.id from changes u where u.undoes_id = c.id
  and not exists (select from changes again where again.undoes_id = u.id) order by u.number desc limit 1)`

const columns = sql`r.change_id as "changeId", r.id, r.table_name as "table", r.operation, r.object_table as "objectTable",
  r.object_id as "objectId", r.edition_id as "editionId", r.series_id as "seriesId", r.before, r.after,
  r.erased_by is not null as "isErased"`

function attachRows(heads: readonly Head[], rows: readonly (ChangedRow & { readonly changeId: string })[]): Change[] {
  const byChange = Map.groupBy(rows, (row) => row.changeId)
  return heads.map((head) => ({
    ...head,
    rows: (byChange.get(head.id) ?? []).map(({ changeId: _, ...row }) => row),
  }))
}

/**
 * The changes of `place` that match `filter`, latest first, thirty from the one before `before` on, each with its rows that
 * match. Two queries, however many there are.
 */
export async function listChanges(
  db: Db,
  place: ChangePlace,
  filter: ChangeFilter = {},
  before?: string,
): Promise<ChangePage> {
  const condition = matching(place, filter)
  const heads = await sql<Head>`
    with listed as (
      select r.change_id, count(*) as rows from change_rows r join changes c on c.id = r.change_id
        where ${condition} ${before ? sql`and r.change_id < ${before}` : sql``}
        group by r.change_id order by r.change_id desc limit ${pageSize + 1}
    )
    select c.id, c.number, c.at, c.actor, c.undoes_id as "undoesId", listed.rows as "rowCount",
      ${undoneBy} as "undoneById"
      from listed join changes c on c.id = listed.change_id order by c.id desc`.execute(db)
  const shown = heads.rows.slice(0, pageSize)
  const rows = await sql<ChangedRow & { changeId: string }>`
    select shown.* from changes c cross join lateral (
      select ${columns} from change_rows r where r.change_id = c.id and ${condition} order by r.id limit ${shownRows}
    ) as shown where c.id = any(${shown.map((head) => head.id)})`.execute(db)
  return {
    changes: attachRows(shown, rows.rows),
    next: heads.rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** One change with the first of its rows; null where there is none. */
export async function findChange(db: Db, id: string): Promise<Change | null> {
  const { rows } = await sql<Head>`select c.id, c.number, c.at, c.actor, c.undoes_id as "undoesId",
    (select count(*) from change_rows r where r.change_id = c.id) as "rowCount",
    ${undoneBy} as "undoneById"
    from changes c where c.id = ${id} and c.number is not null`.execute(db)
  const [head] = rows
  if (!head) return null
  const changed = await sql<ChangedRow & { changeId: string }>`select ${columns} from change_rows r
    where r.change_id = ${id} order by r.id limit ${shownRows}`.execute(db)
  return attachRows([head], changed.rows)[0] ?? null
}

/** Who has changed something in `place`: accounts' ids and the words of `Change.actor`, each once. */
export async function listActors(db: Db, place: ChangePlace): Promise<string[]> {
  const { rows } = await sql<{ actor: string }>`select distinct c.actor from change_rows r
    join changes c on c.id = r.change_id where ${within(place)} order by c.actor`.execute(db)
  return rows.map((row) => row.actor)
}

/**
 * Which of these changes are not the last of everything they touched: later ones have changed some of it. A part that has
 * been moved to another object since is not looked for there; who takes a change back looks at every row. One query.
 */
export async function listOvertaken(db: Db, changeIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select distinct mine.change_id as id
    from change_rows mine join change_rows later on later.object_table = mine.object_table and later.object_id = mine.object_id
      and later.id > mine.id and later.table_name = mine.table_name and later.key = mine.key and later.change_id <> mine.change_id
    where mine.change_id = any(${changeIds}::text[])`.execute(db)
  return new Set(rows.map((row) => row.id))
}

/** Where an object belonged when it was last changed; null for what the log does not know. */
export async function findPlace(db: Db, table: string, id: string) {
  const { rows } = await sql<{ editionId: string | null; seriesId: string | null }>`
    select edition_id as "editionId", series_id as "seriesId" from change_rows
    where object_table = ${table} and object_id = ${id} order by id desc limit 1`.execute(db)
  return rows[0] ?? null
}
