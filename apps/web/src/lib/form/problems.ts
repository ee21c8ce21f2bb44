import type { ZodError, ZodIssue } from 'zod'
import type { Field, Problem, Problems } from './types.ts'

/** The problem that an issue's own message names, where a schema says it (`{ message: 'ends_before' }`). */
const named: Readonly<Record<string, Problem>> = {
  'ends before it starts': 'ends_before',
  'no IANA time zone': 'zone',
  'times say partly': 'only_partly',
  'text alternative': 'alternative',
  'the same room': 'same_room',
  'the same day': 'same_day',
  'nothing moves': 'nothing_moves',
  'no rooms': 'no_rooms',
  'not the end of the name': 'family_name',
}

function problemOfFormat(issue: ZodIssue & { format?: string }, name: string): Problem {
  if (issue.format === 'email' || issue.format === 'url') return issue.format
  if (issue.format === 'date' || issue.format === 'time') return issue.format
  if (/phone/i.test(name)) return 'phone'
  if (/slug|key/i.test(name)) return 'slug'
  if (name === 'ars') return 'ars'
  return 'invalid'
}

function problemOf(issue: ZodIssue): Problem {
  const name = String(issue.path.at(-1) ?? '')
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined
  if (isMissing || (issue.code === 'too_small' && issue.origin === 'string')) return 'required'
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? 'number' : 'required'
    case 'too_small':
      return issue.origin === 'array' ? 'required' : 'too_small'
    case 'too_big':
      return issue.origin === 'string' ? 'too_long' : 'too_large'
    case 'invalid_format':
      return problemOfFormat(issue, name)
    case 'custom':
      return named[issue.message] ?? (name === 'slug' ? 'taken' : 'required')
    default:
      return issue.input === undefined ? 'required' : 'invalid'
  }
}

/** The leaf in the form that a path of the schema's input is about: a text in two languages is about the German one. */
function leafPath(fields: readonly Field[], path: readonly PropertyKey[]): string {
  const [name, ...rest] = path
  const field = fields.find((one) => one.name === name || (one.kind === 'reference' && one.newAs === name))
  if (!field) return path.map(String).join('.')
  if (field.kind === 'localized' && rest.length === 0) return `${field.name}.de`
  if (field.kind === 'group')
    return `${field.name}.${leafPath(field.fields, rest.length > 0 ? rest : firstOf(field.fields))}`
  if (field.kind === 'rows' && rest.length > 0) {
    const [index, ...deeper] = rest
    return `${field.name}.${String(index)}.${leafPath(field.fields, deeper.length > 0 ? deeper : firstOf(field.fields))}`
  }
  if (field.kind === 'lines' || field.kind === 'checks' || field.kind === 'reference') return field.name
  return [field.name, ...rest.map(String)].join('.')
}

const firstOf = (fields: readonly Field[]): PropertyKey[] => (fields[0] ? [fields[0].name] : [])

/** The first problem of each field that the schema found, by the path of the field in the form. */
export function problemsIn(fields: readonly Field[], error: ZodError): Problems {
  const problems: Record<string, Problem> = {}
  for (const issue of error.issues) problems[leafPath(fields, issue.path)] ??= problemOf(issue)
  return problems
}
