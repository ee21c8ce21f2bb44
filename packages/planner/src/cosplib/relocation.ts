import type { Instance } from './instance.ts'
import type { CosplibState } from './state.ts'

/**
 * Some submissions that go to other slots, all at once, between two cells: what that changes, and the change itself. It is
 * built up, priced, then made or dropped.
 */
export class Relocation {
  count = 0
  /** Work of pricing it, in the units of `Limits`. */
  work = 0
  readonly #state: CosplibState
  readonly #instance: Instance
  readonly #submission: Int32Array
  readonly #cell: Int32Array
  readonly #start: Int32Array
  readonly #oldCell: Int32Array
  readonly #oldStart: Int32Array
  /** Where each submission stands in this list, -1 when it does not move. */
  readonly #index: Int32Array
  #from = 0
  #to = 0
  #leaves = false
  #enters = false
  #exchange = false
  #made = false

  constructor(state: CosplibState) {
    const { width, submissions } = state.instance
    this.#state = state
    this.#instance = state.instance
    const list = (): Int32Array => new Int32Array(2 * width + 1)
    this.#submission = list()
    this.#cell = list()
    this.#start = list()
    this.#oldCell = list()
    this.#oldStart = list()
    this.#index = new Int32Array(submissions).fill(-1)
  }

  /** Adds a submission that goes to a cell, from slot `start` of it on. */
  add(submission: number, cell: number, start: number): void {
    const { partners } = this.#instance
    const at = this.count++
    this.#submission[at] = submission
    this.#cell[at] = cell
    this.#start[at] = start
    this.#index[submission] = at
    this.work += 22 + 4 * (partners.start[submission + 1]! - partners.start[submission]!)
  }

  /** Says what becomes of the cells: the track of `from` leaves it, enters `to`, or the two cells exchange their tracks. */
  cells(from: number, to: number, leaves: boolean, enters: boolean, exchange: boolean): void {
    this.#from = from
    this.#to = to
    this.#leaves = leaves
    this.#enters = enters
    this.#exchange = exchange
  }

  /**
   * Change of the cost, exact when it is at most `threshold`; otherwise some number above that. The order is tried on the state itself,
   * so that it has to be made or dropped afterwards.
   */
  delta(threshold: number): number {
    const { ordered, orderPrice } = this.#instance
    const { track } = this.#state
    let delta = this.#tracksDelta() + this.#submissionsDelta()
    const one = track[this.#from]!
    const two = this.#exchange && track[this.#to] !== one ? track[this.#to]! : -1
    const first = ordered[one] === 1
    const second = two !== -1 && ordered[two] === 1
    if (!first && !second) return delta
    let disorder = 0
    if (first) disorder -= this.#state.disorder(one)
    if (second) disorder -= this.#state.disorder(two)
    if (delta + disorder * orderPrice > threshold) return delta + disorder * orderPrice
    this.#carryOut()
    if (first) disorder += this.#state.disorder(one)
    if (second) disorder += this.#state.disorder(two)
    delta += disorder * orderPrice
    return delta
  }

  #submissionsDelta(): number {
    const { cells, submissionCost, partners, length } = this.#instance
    const { cell, start } = this.#state
    let delta = 0
    for (let i = 0; i < this.count; i++) {
      const submission = this.#submission[i]!
      const here = cell[submission]!
      const there = this.#cell[i]!
      const begin = start[submission]!
      const newBegin = this.#start[i]!
      const need = length[submission]!
      delta += submissionCost[submission * cells + there]! - submissionCost[submission * cells + here]!
      for (let at = partners.start[submission]!, end = partners.start[submission + 1]!; at < end; at++) {
        const other = partners.items[at]!
        const moved = this.#index[other]!
        if (moved !== -1 && moved < i) continue
        const otherCell = cell[other]!
        const otherStart = start[other]!
        const otherNeed = length[other]!
        const newCell = moved === -1 ? otherCell : this.#cell[moved]!
        const newStart = moved === -1 ? otherStart : this.#start[moved]!
        delta +=
          this.#state.pairCost(at, there, newBegin, newBegin + need, newCell, newStart, newStart + otherNeed) -
          this.#state.pairCost(at, here, begin, begin + need, otherCell, otherStart, otherStart + otherNeed)
      }
    }
    return delta
  }

  #tracksDelta(): number {
    const { track } = this.#state
    if (!this.#leaves && !this.#enters) return 0
    const one = track[this.#from]!
    const from = this.#leaves ? this.#from : -1
    const to = this.#enters || this.#exchange ? this.#to : -1
    if (!this.#exchange) return this.#trackDelta(one, from, to)
    const two = track[this.#to]!
    if (one === two) return 0
    const { sessionOf, besideCost, tracks } = this.#instance
    const delta = this.#trackDelta(one, from, to) + this.#trackDelta(two, to, from)
    // Each was priced as if the other stayed.
    return sessionOf[from] === sessionOf[to] ? delta : delta - 2 * besideCost[one * tracks + two]!
  }

  /** What it changes for a track to leave one cell and to enter another; -1 for none. */
  #trackDelta(track: number, from: number, to: number): number {
    const { instance, beside, inSession, inRoom, roomsUsed } = this.#state
    const { trackCost, cells, sessionOf, roomOf, sessions, rooms } = instance
    let delta = 0
    let session = -1
    let room = -1
    let newSession = -1
    let newRoom = -1
    if (from !== -1) {
      session = sessionOf[from]!
      room = roomOf[from]!
      delta -= trackCost[track * cells + from]!
    }
    if (to !== -1) {
      newSession = sessionOf[to]!
      newRoom = roomOf[to]!
      delta += trackCost[track * cells + to]!
    }
    if (room !== newRoom) {
      const frees = room !== -1 && inRoom[track * rooms + room] === 1 ? 1 : 0
      const takes = newRoom !== -1 && inRoom[track * rooms + newRoom] === 0 ? 1 : 0
      const used = roomsUsed[track]!
      const left = used - frees + takes
      delta += instance.roomPrice * ((left > 1 ? left - 1 : 0) - (used > 1 ? used - 1 : 0))
    }
    if (session === newSession) return delta
    const row = track * sessions
    const frees = session !== -1 && inSession[row + session] === 1
    const takes = newSession !== -1 && inSession[row + newSession] === 0
    if (session !== -1) delta -= beside[row + session]! + (frees ? 0 : instance.parallelPrice)
    if (newSession !== -1) delta += beside[row + newSession]! + (takes ? 0 : instance.parallelPrice)
    if ((frees || takes) && instance.gapPrice > 0) {
      const after = this.#state.gap(track, frees ? session : -1, takes ? newSession : -1)
      delta += instance.gapPrice * (Number(after) - Number(this.#state.gap(track, -1, -1)))
    }
    return delta
  }

  /** Carries it out. */
  make(): void {
    if (!this.#made) this.#carryOut()
    this.#forget()
  }

  /** Forgets it; what was carried out to try the order is undone. */
  drop(): void {
    if (this.#made) this.#putBack()
    this.#forget()
  }

  #carryOut(): void {
    for (let i = 0; i < this.count; i++) {
      const submission = this.#submission[i]!
      this.#oldCell[i] = this.#state.cell[submission]!
      this.#oldStart[i] = this.#state.start[submission]!
      this.#state.take(submission)
    }
    for (let i = 0; i < this.count; i++) this.#state.put(this.#submission[i]!, this.#cell[i]!, this.#start[i]!)
    this.#made = true
  }

  #putBack(): void {
    for (let i = 0; i < this.count; i++) this.#state.take(this.#submission[i]!)
    for (let i = 0; i < this.count; i++) this.#state.put(this.#submission[i]!, this.#oldCell[i]!, this.#oldStart[i]!)
  }

  #forget(): void {
    for (let i = 0; i < this.count; i++) this.#index[this.#submission[i]!] = -1
    this.count = 0
    this.work = 0
    this.#made = false
  }
}
