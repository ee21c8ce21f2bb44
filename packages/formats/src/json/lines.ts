/** A property or item that is looked for, and those inside of it. */
type Wanted = { line: number | undefined; readonly inside: Map<string, Wanted> }

/** An object or list that is being walked through; `key` is the property or the index that comes next. */
type Open = { readonly wanted: Wanted | undefined; readonly isList: boolean; key: string }

/**
 * The 1-based lines in which values of a JSON text begin, for paths like `days[0].rooms["Saal 1"][2].start`. Of a value that is
 * not there, the line of the innermost one around it that is. The text must be JSON.
 */
export function linesOfPaths(text: string, paths: readonly string[]): number[] {
  const keys = paths.map(keysOf)
  const root: Wanted = { line: undefined, inside: new Map() }
  for (const path of keys) want(root, path)
  walk(text, root)
  return keys.map((path) => lineOf(root, path))
}

function keysOf(path: string): string[] {
  const parts = path.matchAll(/\[("(?:[^"\\]|\\.)*"|[^\]]*)\]|[^.[\]]+/g)
  return [...parts].map(([whole, inside]) =>
    inside === undefined ? whole : inside.startsWith('"') ? unquoted(inside) : inside,
  )
}

function want(root: Wanted, path: readonly string[]): void {
  let wanted = root
  for (const key of path) {
    const next = wanted.inside.get(key) ?? { line: undefined, inside: new Map() }
    wanted.inside.set(key, next)
    wanted = next
  }
}

function lineOf(root: Wanted, path: readonly string[]): number {
  let line = root.line ?? 1
  let wanted: Wanted | undefined = root
  for (const key of path) {
    wanted = wanted?.inside.get(key)
    line = wanted?.line ?? line
  }
  return line
}

function walk(text: string, root: Wanted): void {
  const open: Open[] = []
  let line = 1
  let counted = 0
  let isKey = false
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    for (; counted < index; counted++) if (text.charCodeAt(counted) === 10) line++
    const around = open.at(-1)
    if (token === '}' || token === ']') open.pop()
    else if (token === ',' && around) {
      if (around.isList) around.key = String(Number(around.key) + 1)
      isKey = !around.isList
    } else if (isKey && around && token !== ':' && token !== ',') {
      around.key = around.wanted ? unquoted(token) : ''
      isKey = false
    } else if (token !== ':') {
      const wanted = around ? around.wanted?.inside.get(around.key) : root
      if (wanted) wanted.line = line
      if (token === '{' || token === '[') open.push({ wanted, isList: token === '[', key: '0' })
      isKey = token === '{'
      continue
    }
    if (token === '}' || token === ']') isKey = false
  }
}

function unquoted(token: string): string {
  try {
    return String(JSON.parse(token))
  } catch {
    return token
  }
}
