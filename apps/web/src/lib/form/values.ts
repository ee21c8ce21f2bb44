import { countOf, countRows } from './leaves.ts'
import type { Field, ReferenceField, RowsField, Values } from './types.ts'

type Names = Readonly<Record<string, string>>
type Entries = [string, string][]

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

function referenceEntries(path: string, id: string, names: Names): Entries {
  const name = id ? (names[id] ?? id) : ''
  return [
    [path, id],
    [`${path}.text`, name],
    [`${path}.was`, name],
  ]
}

function rowEntries(field: RowsField, path: string, rows: readonly unknown[], names: Names): Entries {
  const opened = rows.flatMap((row, index) => {
    const object = typeof row === 'object' && row !== null ? row : { value: row }
    return entriesOf(field.fields, object, names, `${path}.${index}.`)
  })
  return [[countOf(path), String(rows.length)], ...opened]
}

function entriesOfField(field: Field, path: string, value: unknown, names: Names): Entries {
  switch (field.kind) {
    case 'file':
      return []
    case 'check':
      return [[path, value === true || (value === undefined && field.initial === 'on') ? 'on' : '']]
    case 'checks':
      return field.options.map((option) => [
        `${path}.${option.value}`,
        Array.isArray(value) && value.includes(option.value) ? 'on' : '',
      ])
    case 'lines':
      return [[path, Array.isArray(value) ? value.join('\n') : '']]
    case 'localized': {
      const { de, en } = (value ?? {}) as { de?: string; en?: string }
      return [
        [`${path}.de`, textOf(de)],
        [`${path}.en`, textOf(en)],
      ]
    }
    case 'reference':
      return referenceEntries(path, textOf(value), names)
    case 'group':
      return entriesOf(field.fields, (value ?? {}) as object, names, `${path}.`)
    case 'rows':
      return rowEntries(field, path, Array.isArray(value) ? value : [], names)
    default:
      return [[path, value === undefined || value === null ? (field.initial ?? '') : String(value)]]
  }
}

function entriesOf(fields: readonly Field[], object: object, names: Names, prefix: string): Entries {
  const properties = object as Record<string, unknown>
  return fields.flatMap((field) => entriesOfField(field, prefix + field.name, properties[field.name], names))
}

/**
 * What the form shows for `object`, which has the shape of the schema's input; `{}` is a new one. `names` says what the ids
 * of its references are called.
 */
export function toValues(fields: readonly Field[], object: object, names: Names = {}): Values {
  return Object.fromEntries(entriesOf(fields, object, names, ''))
}

/** Whether nothing was typed into any of `fields`; what stood there from the beginning is nothing. */
export function isBlank(fields: readonly Field[], values: Values, prefix: string): boolean {
  return fields.every((field) => {
    const path = prefix + field.name
    if (field.kind === 'group') return isBlank(field.fields, values, `${path}.`)
    if (field.kind === 'rows') return countRows(values, path) === 0
    const own = Object.entries(values).filter(([name]) => name === path || name.startsWith(`${path}.`))
    return own.every(([, value]) => value.trim() === '' || value === field.initial)
  })
}

/** A number as people write it; what is none stays text, for the schema to refuse. */
function readNumber(text: string): number | string {
  return /^-?\d{1,15}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : text
}

function readLocalized(values: Values, path: string): object {
  const texts = (['de', 'en'] as const).map((lang) => [lang, values[`${path}.${lang}`]?.trim() ?? ''] as const)
  return Object.fromEntries(texts.filter(([, text]) => text))
}

function readRows(field: RowsField, values: Values, path: string): unknown[] {
  const isPlain = field.fields.length === 1 && field.fields[0]?.name === 'value'
  return Array.from({ length: countRows(values, path) }, (_, index) => {
    const row = readFields(field.fields, values, `${path}.${index}.`)
    return isPlain ? row.value : row
  })
}

function readReference(field: ReferenceField, values: Values, path: string): [string, unknown][] {
  const id = values[path]?.trim()
  if (id) return [[field.name, id]]
  const text = values[`${path}.text`]?.trim()
  return text && field.newAs ? [[field.newAs, text]] : []
}

function readField(field: Field, values: Values, path: string): [string, unknown][] {
  const text = values[path]?.trim() ?? ''
  switch (field.kind) {
    case 'file':
      return []
    case 'check':
      return [[field.name, text === 'on']]
    case 'checks':
      return [
        [field.name, field.options.map(({ value }) => value).filter((value) => values[`${path}.${value}`] === 'on')],
      ]
    case 'lines':
      return [[field.name, text.split('\n').flatMap((line) => line.trim() || [])]]
    case 'number':
      return text ? [[field.name, readNumber(text)]] : []
    case 'localized':
      return [[field.name, readLocalized(values, path)]]
    case 'reference':
      return readReference(field, values, path)
    case 'group':
      if (field.optional && isBlank(field.fields, values, `${path}.`)) return []
      return [[field.name, readFields(field.fields, values, `${path}.`)]]
    case 'rows':
      return [[field.name, readRows(field, values, path)]]
    default:
      return text ? [[field.name, text]] : []
  }
}

function readFields(fields: readonly Field[], values: Values, prefix: string): Record<string, unknown> {
  return Object.fromEntries(fields.flatMap((field) => readField(field, values, prefix + field.name)))
}

/** What `values` say, in the shape of the schema's input, for the schema to judge. Nothing that is no field gets in. */
export function toInput(fields: readonly Field[], values: Values): Record<string, unknown> {
  return readFields(fields, values, '')
}
