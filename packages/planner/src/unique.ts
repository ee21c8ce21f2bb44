import { ProblemError } from './problem-error.ts'

/** The ids as a set. Throws a ProblemError that names the first that stands there twice. */
export function requireUnique(kind: string, ids: readonly string[]): Set<string> {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) throw new ProblemError('id-twice', { kind, id })
    seen.add(id)
  }
  return seen
}
