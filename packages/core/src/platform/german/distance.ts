/** Rows of the table that `editDistance` fills, used again for every pair of words: a search compares thousands. */
let rows = Array.from({ length: 3 }, () => new Int32Array(64))

/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to make `b` of `a` (optimal string
 * alignment distance). Stops counting above `limit` and then answers `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  if (b.length >= rows[0]!.length) rows = Array.from({ length: 3 }, () => new Int32Array(b.length + 1))
  let [older, previous, row] = rows as [Int32Array, Int32Array, Int32Array]
  for (let j = 0; j <= b.length; j++) previous[j] = j
  for (let i = 1; i <= a.length; i++) {
    let least = i
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + same)
      const isSwapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (isSwapped) best = Math.min(best, older[j - 2]! + 1)
      row[j] = best
      if (best < least) least = best
    }
    if (least > limit) return limit + 1
    ;[older, previous, row] = [previous, row, older]
  }
  return Math.min(previous[b.length]!, limit + 1)
}

/** How many mistakes a word of this length may hold and still be taken for a typing error of another. */
export function toleratedMistakes(length: number): number {
  if (length < 4) return 0
  return length < 6 ? 1 : length < 12 ? 2 : 3
}
