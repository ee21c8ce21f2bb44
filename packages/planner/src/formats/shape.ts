import { ProblemError } from '../problem-error.ts'

/** Judges a value of a JSON file; throws a ProblemError that names the field, as in `sessions[3].minutes`, when the value does not fit. */
export type Shape = (value: unknown, field: string) => void

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 60)

function given(value: unknown, field: string): void {
  if (value === undefined) throw new ProblemError('field-missing', { field })
}

/** A string. */
export const text: Shape = (value, field) => {
  given(value, field)
  if (typeof value !== 'string') throw new ProblemError('field-no-text', { field, found: shown(value) })
}

/** A finite number. */
export const number: Shape = (value, field) => {
  given(value, field)
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new ProblemError('field-no-number', { field, found: shown(value) })
}

/** `true` or `false`. */
export const flag: Shape = (value, field) => {
  given(value, field)
  if (typeof value !== 'boolean') throw new ProblemError('field-no-flag', { field, found: shown(value) })
}

/** A list of values of one shape. */
export function list(of: Shape): Shape {
  return (value, field) => {
    given(value, field)
    if (!Array.isArray(value)) throw new ProblemError('field-no-list', { field, found: shown(value) })
    for (const [index, item] of value.entries()) of(item, `${field}[${index}]`)
  }
}

/** The value, or no such field at all. */
export function optional(of: Shape): Shape {
  return (value, field) => {
    if (value !== undefined) of(value, field)
  }
}

/** The value, or null. */
export function orNull(of: Shape): Shape {
  return (value, field) => {
    if (value !== null) of(value, field)
  }
}

function entriesOf(value: unknown, field: string): [string, unknown][] {
  given(value, field)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ProblemError('field-no-object', { field, found: shown(value) })
  return Object.entries(value)
}

const within = (field: string, name: string): string => (field === '' ? name : `${field}.${name}`)

/** An object with a value of one shape under every name. */
export function byName(of: Shape): Shape {
  return (value, field) => {
    for (const [name, held] of entriesOf(value, field)) of(held, within(field, name))
  }
}

/** An object with these fields. Others are refused, as misspelt ones would silently do nothing, unless `others` lets them be. */
export function record<T>(
  fields: { readonly [Name in keyof Required<T>]: Shape },
  others: 'refused' | 'let be',
): Shape {
  const shapes = new Map(Object.entries<Shape>(fields))
  return (value, field) => {
    const held = new Map(entriesOf(value, field))
    for (const [name, shape] of shapes) shape(held.get(name), within(field, name))
    if (others === 'let be') return
    for (const name of held.keys())
      if (!shapes.has(name)) throw new ProblemError('field-unknown', { field: within(field, name) })
  }
}
