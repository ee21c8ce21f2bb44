/** Costs of pairs that run in parallel, by session: the partners ascending and their costs beside them. */
export type PairRows = { readonly start: Int32Array; readonly items: Int32Array; readonly cost: Int32Array }

/** Pairs from which on those said again are merged before more memory is taken: lists of many attendees repeat themselves. */
const mostUnmerged = 2 ** 22

/** Collects what pairs of sessions cost, millions of them if need be, and adds up what is said of one pair. */
export class PairCosts {
  readonly #mostUnmerged: number
  #a = new Int32Array(64)
  #b = new Int32Array(64)
  #cost = new Int32Array(64)
  /** Costs held, some pairs more than once; 0 only when nothing was said. */
  count = 0

  constructor(unmerged = mostUnmerged) {
    this.#mostUnmerged = unmerged
  }

  /** Adds to what two sessions cost at the same time. Nothing for a session with itself. */
  add(a: number, b: number, cost: number): void {
    if (a === b || cost === 0) return
    if (this.count === this.#a.length) this.#makeRoom()
    this.#a[this.count] = a
    this.#b[this.count] = b
    this.#cost[this.count++] = cost
  }

  #makeRoom(): void {
    if (this.count >= this.#mostUnmerged) this.#merge()
    if (this.count <= this.#a.length / 2) return
    this.#a = grown(this.#a)
    this.#b = grown(this.#b)
    this.#cost = grown(this.#cost)
  }

  /** Leaves every pair once. */
  #merge(): void {
    const sessions =
      1 +
      this.#b.reduce(
        (most, one) => Math.max(most, one),
        this.#a.reduce((most, one) => Math.max(most, one)),
      )
    const { start, items, cost } = this.rows(sessions)
    this.count = 0
    for (let row = 0; row < sessions; row++) {
      for (let k = start[row]!; k < start[row + 1]!; k++) {
        if (items[k]! < row) continue
        this.#a[this.count] = row
        this.#b[this.count] = items[k]!
        this.#cost[this.count++] = cost[k]!
      }
    }
  }

  /** Every pair once in the row of each of its two. */
  rows(sessions: number): PairRows {
    const rough = this.#sorted(sessions)
    const sum = new Int32Array(sessions)
    const start = new Int32Array(sessions + 1)
    let filled = 0
    for (let row = 0; row < sessions; row++) {
      const own = rough.items.subarray(rough.start[row], rough.start[row + 1])
      for (let k = 0; k < own.length; k++) sum[own[k]!]! += rough.cost[rough.start[row]! + k]!
      own.sort()
      // What has been written lies before what is still to be read.
      for (let k = 0; k < own.length; k++) {
        const other = own[k]!
        if (k > 0 && own[k - 1] === other) continue
        start[row + 1]!++
        rough.cost[filled] = sum[other]!
        filled++
      }
      for (const other of own) sum[other] = 0
      start[row + 1]! += start[row]!
    }
    const items = new Int32Array(filled)
    let to = 0
    for (let row = 0; row < sessions; row++) {
      let last = -1
      for (let k = rough.start[row]!; k < rough.start[row + 1]!; k++) {
        if (rough.items[k] !== last) items[to++] = rough.items[k]!
        last = rough.items[k]!
      }
    }
    return { start, items, cost: rough.cost.slice(0, filled) }
  }

  /** All that was said, by row; pairs said again stand there again. */
  #sorted(sessions: number): PairRows {
    const start = new Int32Array(sessions + 1)
    for (let i = 0; i < this.count; i++) {
      start[this.#a[i]! + 1]!++
      start[this.#b[i]! + 1]!++
    }
    for (let row = 0; row < sessions; row++) start[row + 1]! += start[row]!
    const next = start.slice()
    const items = new Int32Array(2 * this.count)
    const cost = new Int32Array(2 * this.count)
    for (let i = 0; i < this.count; i++) {
      const a = this.#a[i]!
      const b = this.#b[i]!
      cost[next[a]!] = this.#cost[i]!
      items[next[a]!++] = b
      cost[next[b]!] = this.#cost[i]!
      items[next[b]!++] = a
    }
    return { start, items, cost }
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length)
  larger.set(array)
  return larger
}
