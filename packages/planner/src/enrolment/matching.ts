/**
 * A largest matching of the left side with the right by augmenting paths (Kuhn 1955). `choices(left)` lists what each may
 * take. Returns how many of the left go without.
 */
export function unmatched(left: number, right: number, choices: (one: number) => readonly number[]): number {
  const holder = new Int32Array(right).fill(-1)
  const seen = new Int32Array(right).fill(-1)
  let without = 0
  for (let root = 0; root < left; root++) if (!augment(root, root, holder, seen, choices)) without++
  return without
}

function augment(
  one: number,
  round: number,
  holder: Int32Array,
  seen: Int32Array,
  choices: (one: number) => readonly number[],
): boolean {
  const wanted = choices(one)
  const free = wanted.find((place) => holder[place] === -1)
  if (free !== undefined) {
    holder[free] = one
    return true
  }
  for (const place of wanted) {
    if (seen[place] === round) continue
    seen[place] = round
    if (!augment(holder[place]!, round, holder, seen, choices)) continue
    holder[place] = one
    return true
  }
  return false
}
