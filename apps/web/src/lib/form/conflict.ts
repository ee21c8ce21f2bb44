import { leavesOf } from './leaves.ts'
import type { Difference, Field, Values } from './types.ts'

/** 32 bits of `text` (FNV-1a) in hexadecimal: enough to see that a field was changed, too little to be a copy of it. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16)
}

/** One thing to choose a version of: a field, or all rows of a repeated one, which only make sense together. */
type Part = { readonly path: string; readonly label: string; readonly kind: Field['kind'] }

function partsOf(fields: readonly Field[]): Part[] {
  return fields.flatMap((field): Part[] => {
    if (field.kind === 'rows' || field.kind === 'checks')
      return [{ path: field.name, label: field.label, kind: field.kind }]
    if (field.kind === 'group') {
      return partsOf(field.fields).map((part) => ({
        ...part,
        path: `${field.name}.${part.path}`,
        label: `${field.label}: ${part.label}`,
      }))
    }
    return leavesOf([field], {}).map(({ path, label }) => ({ path, label, kind: field.kind }))
  })
}

const isOfPart = (name: string, { path }: Part) => name === path || name.startsWith(`${path}.`)

/** What a part holds, as text. What a reference was called before is no part of it. */
function textOf(values: Values, part: Part): string {
  const own = Object.entries(values).filter(([name]) => isOfPart(name, part) && !name.endsWith('.was'))
  if (own.length === 1) return own[0]?.[1].trim() ?? ''
  const said = own.filter(([name, value]) => value.trim() && !name.endsWith('.count'))
  return said
    .map(([name, value]) => `${name.slice(part.path.length + 1)}=${value.trim()}`)
    .sort()
    .join('\n')
}

/** What a reader is shown of a part: the words, without the ids and counters that the form keeps beside them. */
function shownText(fields: readonly Field[], values: Values, part: Part): string {
  const shown = leavesOf(fields, values).filter(({ path }) => path === part.path || path.startsWith(`${part.path}.`))
  const words = shown.map(({ path, field }) => {
    const options = field.kind === 'select' ? field.options : []
    const value = values[field.kind === 'reference' ? `${path}.text` : path] ?? ''
    if (field.kind === 'check') return value === 'on' ? '✓' : '–'
    if (field.kind === 'checks')
      return field.options
        .filter((one) => values[`${path}.${one.value}`] === 'on')
        .map((one) => one.label)
        .join(', ')
    return options.find((option) => option.value === value)?.label ?? value
  })
  if (part.kind !== 'rows') return words.join('')
  const rows = Map.groupBy(shown, ({ path }) => path.slice(part.path.length + 1).split('.')[0])
  return [...rows.values()]
    .map((row) =>
      row
        .map((leaf) => words[shown.indexOf(leaf)])
        .filter((word) => word && word !== '–')
        .join(', '),
    )
    .join('\n')
}

/** What the form remembers of the version it was opened with, so that later one can tell who changed what. */
export function fingerprints(fields: readonly Field[], values: Values): string {
  return partsOf(fields)
    .map((part) => fingerprint(textOf(values, part)))
    .join(' ')
}

/**
 * How `mine`, what somebody typed, differs from `theirs`, what is stored by now. `opened` are the fingerprints of the version
 * that both began with; where they are missing, both count as having changed everything that differs.
 */
export function differencesOf(
  fields: readonly Field[],
  mine: Values,
  theirs: Values,
  opened: string | undefined,
): Difference[] {
  const parts = partsOf(fields)
  const before = opened?.split(' ') ?? []
  return parts.flatMap((part, index): Difference[] => {
    const [my, their] = [textOf(mine, part), textOf(theirs, part)]
    if (my === their) return []
    const iHave = before.length !== parts.length || fingerprint(my) !== before[index]
    const theyHave = before.length !== parts.length || fingerprint(their) !== before[index]
    const changedBy = iHave && theyHave ? 'both' : theyHave ? 'them' : 'me'
    const shown = { mine: shownText(fields, mine, part), theirs: shownText(fields, theirs, part) }
    return [{ path: part.path, label: part.label, ...shown, changedBy }]
  })
}

/** `mine`, with those parts of `theirs` whose paths are in `taken`. */
export function mergeVersions(
  fields: readonly Field[],
  mine: Values,
  theirs: Values,
  taken: ReadonlySet<string>,
): Values {
  const parts = partsOf(fields).filter(({ path }) => taken.has(path))
  const isTaken = (name: string) => parts.some((part) => isOfPart(name, part))
  return Object.fromEntries([
    ...Object.entries(mine).filter(([name]) => !isTaken(name)),
    ...Object.entries(theirs).filter(([name]) => isTaken(name)),
  ])
}
