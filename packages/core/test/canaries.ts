import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../src/platform/database/tables.ts'
import { columnsOf } from '../src/platform/personal-data/columns.ts'
import type { Identity, PersonalData } from '../src/platform/personal-data/types.ts'

type Column = {
  name: string
  type: string
  isNeeded: boolean
  /** `table.column` that it refers to. */
  refersTo: string | null
  /** The values a check allows, if it lists them. */
  allowed: string[] | null
}

/** Somebody whose data is planted: everything of theirs holds `token`. */
export type Planted = {
  readonly token: string
  readonly name: string
  readonly address: string
  readonly personId: string
  readonly accountId: string
  readonly addressHash: string
}

/** What stands in one column of one table for somebody. */
export const canary = (who: Planted, table: string, column: string) => `${who.token}-${table}-${column}`

async function readColumns(db: Db, table: string): Promise<Column[]> {
  const { rows } = await sql<Column & { check: string | null }>`
    select a.attname as name, format_type(a.atttypid, null) as type,
      a.attnotnull and not a.atthasdef and a.attidentity = '' as "isNeeded",
      (select f.confrelid::regclass::text || '.' || (select attname from pg_attribute
        where attrelid = f.confrelid and attnum = f.confkey[1])
        from pg_constraint f where f.conrelid = a.attrelid and f.contype = 'f' and f.conkey = array[a.attnum] limit 1) as "refersTo",
      (select pg_get_constraintdef(c.oid) from pg_constraint c
        where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum] limit 1) as "check"
    from pg_attribute a where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = ''`.execute(db)
  return rows.map(({ check, ...column }) => {
    const listed = /ARRAY\[(.*)\]/.exec(check ?? '')?.[1]
    return { ...column, allowed: listed ? [...listed.matchAll(/'([^']*)'/g)].map((match) => match[1]!) : null }
  })
}

let counted = 0
const unique = () => randomBytes(8).toString('hex')

function plainValue({ type, allowed }: Column): unknown {
  if (allowed?.[0]) return allowed[0]
  if (/^(timestamp|date)/.test(type)) return '2031-11-05T12:00:00Z'
  if (/int|numeric/.test(type)) return ++counted
  if (type === 'boolean') return false
  if (type === 'jsonb') return '{}'
  if (type === 'bytea') return Buffer.from(unique())
  if (type.endsWith('[]')) return '{}'
  if (type === 'uuid') return '00000000-0000-4000-8000-000000000000'
  return type.startsWith('char') ? 'DE' : unique()
}

function canaryValue({ type }: Column, text: string): unknown {
  if (type === 'jsonb') return JSON.stringify({ de: text })
  if (type === 'bytea') return Buffer.from(text)
  return type.endsWith('[]') ? `{"${text}"}` : text
}

/** Some row of `table`, made where there is none; answers its value of `column`. */
async function anyRow(db: Db, table: string, column: string): Promise<unknown> {
  const select = sql<{ value: unknown }>`select ${sql.ref(column)} as value from ${sql.table(table)} limit 1`
  const found = (await select.execute(db)).rows[0]
  if (found) return found.value
  const columns = (await readColumns(db, table)).filter((one) => one.isNeeded)
  await insert(db, table, new Map(await Promise.all(columns.map((one) => neutral(db, one)))))
  return (await select.execute(db)).rows[0]?.value
}

async function neutral(db: Db, column: Column): Promise<[string, unknown]> {
  if (!column.refersTo) return [column.name, plainValue(column)]
  const [table, name] = column.refersTo.split('.') as [string, string]
  return [column.name, await anyRow(db, table, name)]
}

async function insert(db: Db, table: string, values: ReadonlyMap<string, unknown>): Promise<void> {
  const names = sql.join([...values.keys()].map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${names}) values (${sql.join([...values.values()])})`.execute(db)
}

function identityOf(who: Planted, identity: Identity): string {
  return { person: who.personId, account: who.accountId, address: who.address, 'address-hash': who.addressHash }[
    identity
  ]
}

async function plantRow(db: Db, declared: PersonalData, who: Planted, fixed: Readonly<Record<string, unknown>>) {
  const { table, owner = {} } = declared
  const [data, scrubbed] = [columnsOf(`${declared.data ?? ''} ${declared.secret ?? ''}`), columnsOf(declared.scrubbed)]
  const authors = columnsOf(declared.author)
  const values = new Map<string, unknown>()
  for (const column of await readColumns(db, table)) {
    const { name, allowed, refersTo } = column
    const identity = owner[name]
    if (name in fixed) values.set(name, fixed[name])
    else if (identity) values.set(name, identityOf(who, identity))
    else if (authors.includes(name)) values.set(name, who.accountId)
    else if (data.includes(name) && !allowed && !refersTo)
      values.set(name, canaryValue(column, canary(who, table, name)))
    else if (scrubbed.includes(name)) values.set(name, canaryValue(column, `Gespräch mit ${who.name} geführt`))
    else if (column.isNeeded) values.set(...(await neutral(db, column)))
  }
  const [key] = Object.keys(owner)
  const own = key
    ? await sql`select from ${sql.table(table)} where ${sql.ref(key)} = ${values.get(key)}`.execute(db)
    : null
  if (own && own.rows.length > 0 && ['persons', 'accounts', 'account_addresses', 'account_visits'].includes(table)) {
    const changed = [...values].filter(([name]) => data.includes(name) && !(name in fixed))
    for (const [name, value] of changed) {
      await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${value} where ${sql.ref(key!)} = ${values.get(key!)}`.execute(
        db,
      )
    }
    return
  }
  await insert(db, table, values)
}

/**
 * One row in every table that may hold something of a person, with a canary in each column that the declarations call
 * theirs, so that a column that is added tomorrow is planted too. `fixed` gives values that a table asks for.
 */
export async function plantEverywhere(
  db: Db,
  declared: readonly PersonalData[],
  who: Planted,
  fixed: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): Promise<void> {
  for (const table of declared) {
    const isTheirs = table.owner && !['address_identities'].includes(table.table)
    const isAboutOthers = !table.owner && (table.scrubbed || table.author) && !table.erasure
    if (isTheirs || isAboutOthers) await plantRow(db, table, who, fixed[table.table] ?? {})
  }
}

/** Where `pattern` stands in any row of any table, the queue's included: `table` and the row as text. */
export async function scanDatabase(db: Db, pattern: string): Promise<{ table: string; row: string }[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`.execute(
    db,
  )
  const hex = Buffer.from(pattern).toString('hex')
  const found: { table: string; row: string }[] = []
  for (const { schema, name } of tables) {
    const { rows } = await sql<{
      row: string
    }>`select scanned::text as row from ${sql.table(`${schema}.${name}`)} scanned
      where scanned::text ilike ${`%${pattern}%`} or scanned::text like ${`%${hex}%`}`.execute(db)
    found.push(...rows.map(({ row }) => ({ table: schema === 'public' ? name : `${schema}.${name}`, row })))
  }
  return found
}
