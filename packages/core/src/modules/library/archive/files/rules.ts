import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { ArchiveProblem } from '../types.ts'

type Path = readonly PropertyKey[]
type Issue = z.core.$ZodIssue

/** `sessions[3].people[0].role`, as a person points at a field. */
export function fieldOf(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text && '.'}${String(part)}`),
    '',
  )
}

/** The path of every field that `issue` complains about: of unknown keys each by itself, of a choice the nearest miss. */
function complaints(issue: Issue): { path: Path; message: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: `there is no field "${key}" here` }))
  }
  return [{ path: issue.path, message: issue.message }]
}

/** A YAML text and a way to say on which line of it something stands. */
export type Document<T> = {
  readonly value: T | null
  readonly problems: readonly ArchiveProblem[]
  readonly lineOf: (path: Path) => number
}

/** What a document says; aliases that lead nowhere, or that would unfold without end, are only found on the way. */
function unfold(
  document: ReturnType<typeof parseDocument>,
): { readonly value: unknown } | { readonly message: string } {
  try {
    return { value: document.toJS() }
  } catch (error) {
    if (error instanceof ReferenceError) return { message: error.message }
    throw error
  }
}

/**
 * Reads `text` as the YAML of `schema`. What is wrong comes as problems with the line and field; `value` is null then.
 * An empty file is an empty value.
 */
export function parseFile<S extends z.ZodType>(file: string, text: string, schema: S): Document<z.output<S>> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const at = (node: Node | null | undefined) => lines.linePos(node?.range?.[0] ?? 0).line || 1

  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length--) {
      const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
      const last = path[length - 1]
      const pair = isMap(parent) && parent.items.find((item) => isScalar(item.key) && item.key.value === last)
      if (pair && isNode(pair.key)) return at(pair.key)
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node)) return at(node)
    }
    return at(document.contents)
  }

  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      field: '',
      message: error.message,
    }))
    return { value: null, problems, lineOf }
  }
  const read = unfold(document)
  if ('message' in read) return { value: null, problems: [{ file, line: 1, field: '', message: read.message }], lineOf }
  const result = schema.safeParse(read.value ?? undefined)
  if (result.success) return { value: result.data, problems: [], lineOf }
  const problems = result.error.issues
    .flatMap(complaints)
    .map(({ path, message }) => ({ file, line: lineOf(path), field: fieldOf(path), message }))
  return { value: null, problems, lineOf }
}
