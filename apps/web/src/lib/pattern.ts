/** One square of a pattern: where it stands, which of the five shapes it holds, turned by how many quarters, in which of three tones. */
export type Tile = {
  readonly x: number
  readonly y: number
  readonly shape: 0 | 1 | 2 | 3 | 4
  readonly turns: number
  readonly tone: 0 | 1 | 2
}

/** Random numbers from 0 up to 1 that are the same for the same `seed` (mulberry32 on an FNV-1a hash). */
function numbersFrom(seed: string): () => number {
  let state = 0x811c9dc5
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The tiles of the pattern that belongs to `seed` (the slug of an edition), row by row. About one square in six stays empty. */
export function patternTiles(seed: string, columns: number, rows: number): Tile[] {
  const next = numbersFrom(seed)
  const pick = (count: number) => Math.floor(next() * count)
  const tiles: Tile[] = []
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const isEmpty = next() < 1 / 6
      const tile = { x, y, shape: pick(5), turns: pick(4), tone: pick(3) } as Tile
      if (!isEmpty) tiles.push(tile)
    }
  }
  return tiles
}

/** Outlines of the shapes in a square of side 10: quarter disc, half disc, triangle, disc, quarter ring. */
export const tileShapes = [
  'M0 0H10A10 10 0 0 1 0 10Z',
  'M0 0A5 5 0 0 0 10 0Z',
  'M0 0H10L0 10Z',
  'M5 1A4 4 0 0 1 5 9A4 4 0 0 1 5 1Z',
  'M0 4V0H10V0A10 10 0 0 1 0 10V6A6 6 0 0 0 6 0H0Z',
] as const
