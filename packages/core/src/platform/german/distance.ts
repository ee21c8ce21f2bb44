/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to make `b` of `a` (optimal string
 * alignment distance). Stops counting above `limit` and then answers `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let older: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, older[j - 2]! + 1)
      row.push(best)
    }
    if (Math.min(...row) > limit) return limit + 1
    older = previous
    previous = row
  }
  return Math.min(previous[b.length]!, limit + 1)
}

/** How many mistakes a word of this length may hold and still be taken for a typing error of another. */
export function toleratedMistakes(length: number): number {
  if (length < 4) return 0
  return length < 6 ? 1 : length < 12 ? 2 : 3
}
