import type { Budget } from '../search/budget.ts'
import type { Random } from '../search/random.ts'
import type { CosplibState } from './state.ts'

type Choice = { readonly cell: number; readonly price: number }

/**
 * Places every submission: in a cell of its track that has the slots, in an empty cell that its track fills well, or in a cell
 * that is emptied for it. Tracks that are driven out grow more stubborn each time and may not come straight back.
 */
export class Construction {
  readonly #state: CosplibState
  readonly #random: Random
  readonly #unplaced: number[]
  /** Slots that the unplaced submissions of each track need. */
  readonly #need: Int32Array
  readonly #stubbornness: Float64Array
  /** Slots that are wasted at least when cells are filled with so many. */
  readonly #waste: Int32Array
  /** tracks × cells: until which round the track may not open the cell. */
  readonly #tabuUntil: Int32Array
  #round = 0

  constructor(state: CosplibState, random: Random) {
    const { tracks, cells, submissions, length, trackOf } = state.instance
    this.#state = state
    this.#random = random
    this.#need = new Int32Array(tracks)
    this.#stubbornness = new Float64Array(tracks).fill(1)
    this.#tabuUntil = new Int32Array(tracks * cells)
    this.#unplaced = [...Array(submissions).keys()]
    random.shuffle(this.#unplaced)
    this.#unplaced.sort((a, b) => length[a]! - length[b]!)
    for (let i = 0; i < submissions; i++) this.#need[trackOf[i]!]! += length[i]!
    this.#waste = leastWaste(Math.max(0, ...this.#need), new Set(state.instance.slotsOf))
  }

  /** Places what it can with at most half of the budget; returns the submissions left out, of the state with the fewest of them. */
  run(budget: Budget): number[] {
    const { cell, start } = this.#state
    let best = { count: Number.POSITIVE_INFINITY, cell: cell.slice(), start: start.slice() }
    while (this.#unplaced.length > 0) {
      const done = budget.spend(this.#placeOne())
      if (this.#unplaced.length < best.count)
        best = { count: this.#unplaced.length, cell: cell.slice(), start: start.slice() }
      if (done || budget.spent > budget.limits.work / 2) break
    }
    if (this.#unplaced.length > best.count) this.#restore(best.cell, best.start)
    return this.#unplaced.sort((a, b) => a - b)
  }

  #placeOne(): number {
    const { cells, length, trackOf, slotsOf } = this.#state.instance
    this.#round++
    // The longest and the last driven out come first; now and then another one, so that two do not chase each other for ever.
    const lot = this.#random.below(4) === 0 ? this.#random.below(this.#unplaced.length) : this.#unplaced.length - 1
    const [submission] = this.#unplaced.splice(lot, 1) as [number]
    const track = trackOf[submission]!
    let best: Choice | undefined
    for (let cell = 0; cell < cells; cell++) {
      if (slotsOf[cell]! < length[submission]!) continue
      const price = this.#price(submission, track, cell) + this.#random.fraction()
      if (best === undefined || price < best.price) best = { cell, price }
    }
    if (!best || best.price === Number.POSITIVE_INFINITY) {
      this.#unplaced.unshift(submission)
      return 20 * cells
    }
    this.#settle(submission, best.cell)
    return 20 * cells
  }

  /** 0 for a free place of its own, more for an empty cell the worse the track can fill that and others, and much for driving others out. */
  #price(submission: number, track: number, cell: number): number {
    const { cells, length, slotsOf } = this.#state.instance
    const held = this.#state.track[cell]!
    const free = slotsOf[cell]! - this.#used(cell)
    if (held === track && free >= length[submission]!) return 0
    if (this.#tabuUntil[track * cells + cell]! > this.#round) return Number.POSITIVE_INFINITY
    const need = this.#need[track]! + (held === track ? this.#used(cell) : 0)
    const waste = slotsOf[cell]! < need ? this.#waste[need - slotsOf[cell]!]! : slotsOf[cell]! - need
    if (held === -1) return 1 + 4 * waste
    const drivenOut = held === track ? length[submission]! : this.#used(cell)
    return 20 + 4 * waste + drivenOut * this.#stubbornness[held]!
  }

  #used(cell: number): number {
    const { width, slotsOf } = this.#state.instance
    let used = 0
    for (let at = cell * width, end = at + slotsOf[cell]!; at < end; at++) if (this.#state.slot[at] !== -1) used++
    return used
  }

  /** Makes room in the cell and puts the submission there; what stays moves up to the front. */
  #settle(submission: number, cell: number): void {
    const { cells, length, trackOf, slotsOf } = this.#state.instance
    const track = trackOf[submission]!
    const others = this.#holders(cell)
    const held = this.#state.track[cell]!
    for (const other of others) this.#state.take(other)
    let at = 0
    let space = slotsOf[cell]! - length[submission]!
    for (const other of others) {
      if (held === track && length[other]! <= space) {
        this.#state.put(other, cell, at)
        at += length[other]!
        space -= length[other]!
      } else {
        this.#unplaced.push(other)
        this.#need[held]! += length[other]!
      }
    }
    if (held !== -1 && held !== track) {
      this.#stubbornness[held]! += 1
      this.#tabuUntil[held * cells + cell] = this.#round + 4 + this.#random.below(8)
    }
    this.#state.put(submission, cell, at)
    this.#need[track]! -= length[submission]!
  }

  #holders(cell: number): number[] {
    const { width, slotsOf } = this.#state.instance
    const first = cell * width
    return [...new Set(this.#state.slot.subarray(first, first + slotsOf[cell]!))].filter((other) => other !== -1)
  }

  #restore(cell: Int32Array, start: Int32Array): void {
    const state = this.#state
    for (let i = 0; i < cell.length; i++) if (state.cell[i] !== -1) state.take(i)
    this.#unplaced.length = 0
    for (let i = 0; i < cell.length; i++) {
      if (cell[i] === -1) this.#unplaced.push(i)
      else state.put(i, cell[i]!, start[i]!)
    }
  }
}

function leastWaste(most: number, sizes: ReadonlySet<number>): Int32Array {
  const waste = new Int32Array(most + 1)
  for (let need = 1; need <= most; need++)
    waste[need] = Math.min(...[...sizes].map((size) => (size < need ? waste[need - size]! : size - need)))
  return waste
}
