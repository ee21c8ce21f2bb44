import type { PersonalData } from './types.ts'

const lists = ['secret', 'author', 'scrubbed', 'mentions', 'plain'] as const

/** The names in a list of columns. */
export function columnsOf(list: string | undefined): string[] {
  return (list ?? '').split(/\s+/).filter(Boolean)
}

/** A column as the database knows it. */
export type DatabaseColumn = { readonly table: string; readonly column: string; readonly type: string }

/** Types whose values say nothing about a person by themselves: when, how often, whether. */
const silent =
  /^(integer|bigint|smallint|numeric|boolean|date|timestamp|timestamp with(out)? time zone|real|double precision)$/

function declaredIn(table: PersonalData): string[] {
  const owned = [...Object.keys(table.owner ?? {}), ...columnsOf(table.data)]
  const listed = lists.flatMap((list) => columnsOf(table[list]))
  return [...owned, ...listed.filter((column) => !owned.includes(column))]
}

/**
 * What is wrong with the declarations, given every column that there is: a column about which nothing is said, one that
 * is not there, one that is said twice, rows of somebody of whom nobody knows what erasure does.
 */
export function findGaps(declared: readonly PersonalData[], columns: readonly DatabaseColumn[]): string[] {
  const gaps: string[] = []
  const tables = new Map(declared.map((table) => [table.table, table]))
  const known = Map.groupBy(columns, (column) => column.table)
  for (const [name, all] of known) {
    const table = tables.get(name)
    const said = table ? declaredIn(table) : []
    for (const { column, type } of all) {
      if (!said.includes(column) && !silent.test(type)) gaps.push(`${name}.${column} (${type}) is not declared`)
    }
    if (!table) gaps.push(`${name} is not declared`)
  }
  for (const table of declared) {
    const there = new Set((known.get(table.table) ?? []).map((one) => one.column))
    const said = declaredIn(table)
    for (const column of said) if (!there.has(column)) gaps.push(`${table.table}.${column} is not there`)
    for (const column of new Set(said)) {
      if (said.filter((one) => one === column).length > 1) gaps.push(`${table.table}.${column} is declared twice`)
    }
    if (table.owner && !table.title) gaps.push(`${table.table} has an owner and no title`)
    if ((table.owner || table.data) && !table.erasure) gaps.push(`${table.table} does not say what erasure does`)
  }
  return gaps.toSorted()
}
