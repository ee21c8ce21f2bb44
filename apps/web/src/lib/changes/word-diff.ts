/** A stretch of text that both versions have, that only the earlier has, or only the later. */
export type Piece = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }

/** Beyond so many pairs of words the stretches are shown whole: exactness would cost more than it tells. */
const mostPairs = 250_000

/** Each word with the blanks after it, so that what is said to be the same is never a blank alone. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? []

/** How long a common subsequence of the rests from each pair of places on can be, row by row. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const [row, below] = [lengths[i]!, lengths[i + 1]!]
      row[j] = before[i] === after[j] ? below[j + 1]! + 1 : Math.max(below[j]!, row[j + 1]!)
    }
  return lengths
}

function alignWords(before: readonly string[], after: readonly string[]): Piece[] {
  if (before.length * after.length > mostPairs)
    return [
      { kind: 'gone', text: before.join('') },
      { kind: 'new', text: after.join('') },
    ]
  const lengths = commonLengths(before, after)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && before[i] === after[j]) {
      pieces.push({ kind: 'same', text: before[i++]! })
      j++
    } else if (j >= after.length || (i < before.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!))
      pieces.push({ kind: 'gone', text: before[i++]! })
    else pieces.push({ kind: 'new', text: after[j++]! })
  }
  return pieces
}

function joinNeighbours(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last?.kind === piece.kind) joined[joined.length - 1] = { kind: last.kind, text: last.text + piece.text }
    else if (piece.text) joined.push(piece)
  }
  return joined
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const end = Math.min(one.length, other.length)
  for (let i = 0; i < end; i++) if (one[i] !== other[i]) return i
  return end
}

/**
 * What became of `before`, word by word: taken together, `same` and `gone` are `before` and `same` and `new` are `after`.
 */
export function wordDiff(before: string, after: string): Piece[] {
  const [old, young] = [wordsOf(before), wordsOf(after)]
  const start = commonStart(old, young)
  const end = commonStart(old.slice(start).reverse(), young.slice(start).reverse())
  return joinNeighbours([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...alignWords(old.slice(start, old.length - end), young.slice(start, young.length - end)),
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ])
}
