import { sql } from 'kysely'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { Db, Transaction } from '../database/tables.ts'
import { columnsOf } from './columns.ts'
import { belongsTo } from './own-rows.ts'
import type { Mention, PersonalData, Subject } from './types.ts'
import { erasedName, patternOf, wordsInJson } from './words.ts'

/** How many rows of a table were touched. */
export type TableCount = { readonly table: string; readonly title: LocalizedText; readonly count: number }

/**
 * Lets this transaction change what is immutable otherwise, and keeps the log of changes from writing down what is being
 * erased. It ends with the transaction.
 */
export async function beginErasing(tx: Transaction): Promise<void> {
  await sql`select set_config('fachtag.erasing', 'yes', true)`.execute(tx)
}

/** How many rows of the subject each table has. */
export async function countOwnRows(db: Db, declared: readonly PersonalData[], subject: Subject): Promise<TableCount[]> {
  const counts: TableCount[] = []
  for (const table of declared.filter((one) => one.owner)) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table.table)}
      where ${belongsTo(table, subject)}`.execute(db)
    const { table: name, title = {} } = table
    if (rows[0]!.count > 0) counts.push({ table: name, title, count: rows[0]!.count })
  }
  return counts
}

async function eraseRows(tx: Transaction, table: PersonalData, subject: Subject): Promise<void> {
  const { erasure } = table
  const mine = belongsTo(table, subject)
  if (erasure?.kind === 'delete') await sql`delete from ${sql.table(table.table)} where ${mine}`.execute(tx)
  if (erasure?.kind !== 'set') return
  const set = Object.entries(erasure.values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`update ${sql.table(table.table)} set ${sql.join(set)} where ${mine}`.execute(tx)
}

async function eraseAuthor(tx: Transaction, table: PersonalData, subject: Subject): Promise<void> {
  for (const column of columnsOf(table.author)) {
    await sql`update ${sql.table(table.table)} set ${sql.ref(column)} = null
      where ${sql.ref(column)} = any(${subject.accountIds})`.execute(tx)
  }
}

/**
 * Does to every row of the subject what its table declares, and takes their account off what they did for others. Tables
 * are taken in reverse order, so that what refers to a row goes before it.
 */
export async function eraseOwnRows(
  tx: Transaction,
  declared: readonly PersonalData[],
  subject: Subject,
): Promise<void> {
  for (const table of declared.toReversed()) {
    await eraseAuthor(tx, table, subject)
    await eraseRows(tx, table, subject)
  }
}

type ScrubbedColumn = { readonly name: string; readonly type: string; readonly isUnique: boolean }

async function readColumns(db: Db, table: string): Promise<Map<string, ScrubbedColumn>> {
  const { rows } = await sql<ScrubbedColumn>`select a.attname as name, format_type(a.atttypid, null) as type,
      exists (select from pg_index i where i.indrelid = a.attrelid and i.indisunique and a.attnum = any(i.indkey)) as "isUnique"
    from pg_attribute a where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped`.execute(db)
  return new Map(rows.map((row) => [row.name, row]))
}

async function scrubColumn(tx: Transaction, table: string, column: ScrubbedColumn, pattern: string): Promise<void> {
  const { name, type, isUnique } = column
  // Two names that were told apart by the person they contained still have to be.
  const placeholder = isUnique ? sql`${erasedName} || ' ' || right(id, 6)` : sql`${erasedName}::text`
  const clean = sql`regexp_replace(${sql.ref(name)}::text, ${pattern}, ${placeholder}, 'gi')`
  await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${clean}::${sql.raw(type === 'jsonb' ? 'jsonb' : 'text')}
    where ${sql.ref(name)}::text ~* ${pattern}`.execute(tx)
}

/** Puts "Person auf Wunsch entfernt" wherever one of `words` stands in the columns that are scrubbed. */
export async function scrubTexts(
  tx: Transaction,
  declared: readonly PersonalData[],
  words: readonly string[],
): Promise<void> {
  const [text, json] = [patternOf(words), patternOf(wordsInJson(words))]
  if (!text || !json) return
  for (const { table, scrubbed } of declared.filter((one) => one.scrubbed)) {
    const columns = await readColumns(tx, table)
    for (const name of columnsOf(scrubbed)) {
      const column = columns.get(name)
      if (column) await scrubColumn(tx, table, column, column.type === 'jsonb' ? json : text)
    }
  }
}

/** The texts by others that name somebody with one of `words`. */
export async function findMentions(
  db: Db,
  declared: readonly PersonalData[],
  words: readonly string[],
): Promise<Mention[]> {
  const pattern = patternOf(words)
  if (!pattern) return []
  const found: Mention[] = []
  for (const table of declared.filter((one) => one.mentions)) {
    const texts = columnsOf(table.mentions).map((column) => sql`${sql.ref(column)}::text`)
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(table.table)}
      where concat_ws(' ', ${sql.join(texts)}) ~* ${pattern} order by id`.execute(db)
    found.push(...rows.map((row) => ({ table: table.table, rowId: row.id })))
  }
  return found
}
