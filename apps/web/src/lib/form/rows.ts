import { countOf, countRows } from './leaves.ts'
import type { Field, RowsField, Values } from './types.ts'
import { isBlank, toValues } from './values.ts'

/** What a button of a repeated field asks for, as `<change>:<path of the field>:<row>`; the row is missing for `add`. */
export type RowChange = 'add' | 'remove' | 'up' | 'down'

const pattern = /^(add|remove|up|down):([\w.]+)(?::(\d+))?$/

/** The repeated field at `path`, also within a group or a row of another. */
function findRows(fields: readonly Field[], path: string): RowsField | undefined {
  const [name, ...rest] = path.split('.').filter((part) => !/^\d+$/.test(part))
  const field = fields.find((one) => one.name === name)
  if (!field || (field.kind !== 'rows' && field.kind !== 'group')) return undefined
  if (rest.length > 0) return findRows(field.fields, rest.join('.'))
  return field.kind === 'rows' ? field : undefined
}

type Row = readonly (readonly [string, string])[]

function takeRows(values: Values, path: string): Row[] {
  return Array.from({ length: countRows(values, path) }, (_, index) => {
    const prefix = `${path}.${index}.`
    return Object.entries(values)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value] as const)
  })
}

function putRows(values: Values, path: string, rows: readonly Row[]): Values {
  const others = Object.entries(values).filter(([name]) => !name.startsWith(`${path}.`))
  const own = rows.flatMap((row, index) => row.map(([name, value]) => [`${path}.${index}.${name}`, value] as const))
  return Object.fromEntries([...others, [countOf(path), String(rows.length)], ...own])
}

function arrange(rows: Row[], change: RowChange, index: number, fresh: Row): Row[] {
  const at = change === 'up' ? index - 1 : index
  const [first, second] = [rows[at], rows[at + 1]]
  switch (change) {
    case 'add':
      return [...rows, fresh]
    case 'remove':
      return rows.toSpliced(index, 1)
    case 'up':
    case 'down':
      return first && second ? rows.toSpliced(at, 2, second, first) : rows
  }
}

/**
 * `values` after the button with this `value` was pressed, and the field to go to; undefined when it is no button of a
 * repeated field.
 */
export function changeRows(
  fields: readonly Field[],
  values: Values,
  value: string,
): { readonly values: Values; readonly focus: string } | undefined {
  const [, change, path = '', row] = pattern.exec(value) ?? []
  const field = findRows(fields, path)
  if (!change || !field) return undefined
  const rows = takeRows(values, path)
  const fresh = Object.entries(toValues(field.fields, {}))
  const arranged = arrange(rows, change as RowChange, Number(row ?? 0), fresh)
  const aim = change === 'add' ? rows.length : Math.max(0, Number(row) + ({ up: -1, down: 1 }[change] ?? 0))
  const focus = arranged.length > 0 ? `${path}.${Math.min(aim, arranged.length - 1)}.${field.fields[0]?.name}` : path
  return { values: putRows(values, path, arranged), focus }
}

/** `values` without rows into which nothing was typed. */
export function dropBlankRows(fields: readonly Field[], values: Values, prefix = ''): Values {
  let kept = values
  for (const field of fields) {
    const path = prefix + field.name
    if (field.kind === 'group') kept = dropBlankRows(field.fields, kept, `${path}.`)
    if (field.kind !== 'rows') continue
    const rows = takeRows(kept, path)
    const said = rows.filter((_, index) => !isBlank(field.fields, kept, `${path}.${index}.`))
    if (said.length < rows.length) kept = putRows(kept, path, said)
  }
  return kept
}
