/** Key of a document (kind and path) → how relevant it is to a query, 1 to 3; what is not named is 0. */
export type Grades = ReadonlyMap<string, number>

function gain(grade: number, rank: number): number {
  return (2 ** grade - 1) / Math.log2(rank + 2)
}

/** Normalised discounted cumulative gain of the first `depth` (Järvelin and Kekäläinen 2002; gain 2^grade − 1), 0 to 1. */
export function ndcg(found: readonly string[], grades: Grades, depth = 10): number {
  const actual = found.slice(0, depth).reduce((sum, key, rank) => sum + gain(grades.get(key) ?? 0, rank), 0)
  const best = [...grades.values()].sort((a, b) => b - a).slice(0, depth)
  const ideal = best.reduce((sum, grade, rank) => sum + gain(grade, rank), 0)
  return ideal === 0 ? 0 : actual / ideal
}

/** The share of the documents with at least `grade` that `found` holds, 0 to 1; undefined where none has it. */
export function recall(found: readonly string[], grades: Grades, grade: number): number | undefined {
  const wanted = [...grades].filter(([, value]) => value >= grade).map(([key]) => key)
  if (wanted.length === 0) return undefined
  const keys = new Set(found)
  return wanted.filter((key) => keys.has(key)).length / wanted.length
}

/** The mean of what is defined; NaN for nothing. */
export function mean(values: readonly (number | undefined)[]): number {
  const defined = values.filter((value) => value !== undefined)
  return defined.reduce((sum, value) => sum + value, 0) / defined.length
}
