import type { Instance } from './instance.ts'

/** Which submission stands where, and the counters that tell what a move changes. Knows no hard rule but that a cell has one track. */
export class CosplibState {
  readonly instance: Instance
  /** Cell and first slot of each submission, -1 when unplaced. */
  readonly cell: Int32Array
  readonly start: Int32Array
  /** cells × width: the submission in each slot, -1 for none. */
  readonly slot: Int32Array
  /** Track of each cell, -1 when it is empty, and the number of submissions in it. */
  readonly track: Int32Array
  readonly held: Int32Array
  /** tracks × sessions, tracks × rooms: cells of the track there. */
  readonly inSession: Int32Array
  readonly inRoom: Int32Array
  /** Rooms each track uses. */
  readonly roomsUsed: Int32Array
  /** tracks × sessions: what a cell of the track would cost beside those of the others. */
  readonly beside: Float64Array

  constructor(instance: Instance) {
    const { submissions, cells, width, tracks, sessions, rooms } = instance
    this.instance = instance
    this.cell = new Int32Array(submissions).fill(-1)
    this.start = new Int32Array(submissions).fill(-1)
    this.slot = new Int32Array(cells * width).fill(-1)
    this.track = new Int32Array(cells).fill(-1)
    this.held = new Int32Array(cells)
    this.inSession = new Int32Array(tracks * sessions)
    this.inRoom = new Int32Array(tracks * rooms)
    this.roomsUsed = new Int32Array(tracks)
    this.beside = new Float64Array(tracks * sessions)
  }

  /** Puts an unplaced submission into free slots of a cell that is empty or of its track, from slot `start` on. */
  put(submission: number, cell: number, start: number): void {
    const { width, length, trackOf } = this.instance
    this.cell[submission] = cell
    this.start[submission] = start
    const first = cell * width + start
    for (let at = first, end = first + length[submission]!; at < end; at++) this.slot[at] = submission
    if (this.held[cell]!++ === 0) this.#open(cell, trackOf[submission]!)
  }

  /** Takes a placed submission out; a cell that this leaves empty loses its track. */
  take(submission: number): void {
    const { width, length } = this.instance
    const cell = this.cell[submission]!
    const first = cell * width + this.start[submission]!
    for (let at = first, end = first + length[submission]!; at < end; at++) this.slot[at] = -1
    this.cell[submission] = -1
    this.start[submission] = -1
    if (--this.held[cell]! === 0) this.#close(cell)
  }

  #open(cell: number, track: number): void {
    const { sessionOf, roomOf, sessions, rooms } = this.instance
    this.track[cell] = track
    this.inSession[track * sessions + sessionOf[cell]!]!++
    if (this.inRoom[track * rooms + roomOf[cell]!]!++ === 0) this.roomsUsed[track]!++
    this.#tell(track, sessionOf[cell]!, 1)
  }

  #close(cell: number): void {
    const { sessionOf, roomOf, sessions, rooms } = this.instance
    const track = this.track[cell]!
    this.track[cell] = -1
    this.inSession[track * sessions + sessionOf[cell]!]!--
    if (--this.inRoom[track * rooms + roomOf[cell]!]! === 0) this.roomsUsed[track]!--
    this.#tell(track, sessionOf[cell]!, -1)
  }

  #tell(track: number, session: number, sign: number): void {
    const { besideCost, tracks, sessions } = this.instance
    const row = track * tracks
    for (let other = 0, at = session; other < tracks; other++, at += sessions)
      this.beside[at]! += sign * besideCost[row + other]!
  }

  /** Whether the sessions of a track would have a gap, were it no longer in `without` and also in `within` (-1: no change). */
  gap(track: number, without: number, within: number): boolean {
    const { sessions } = this.instance
    let first = -1
    let last = -1
    let count = 0
    for (let session = 0, at = track * sessions; session < sessions; session++, at++) {
      if (session !== within && (session === without || this.inSession[at] === 0)) continue
      if (first === -1) first = session
      last = session
      count++
    }
    return count > 0 && last - first >= count
  }

  /**
   * Submissions with an order that do not stand at their place among those of the track, session by session, room by room and slot
   * by slot; and pairs of them at the same time.
   */
  disorder(track: number): number {
    const { sessions, rooms, slotsOf, width, order } = this.instance
    let place = 0
    let wrong = 0
    for (let session = 0; session < sessions; session++) {
      const parallel = this.inSession[track * sessions + session]!
      if (parallel === 0) continue
      if (parallel > 1) wrong += this.#atOnce(track, session)
      for (let cell = session * rooms, end = cell + rooms; cell < end; cell++) {
        if (this.track[cell] !== track) continue
        let last = -1
        for (let at = cell * width, until = at + slotsOf[cell]!; at < until; at++) {
          const submission = this.slot[at]!
          if (submission === -1 || submission === last) continue
          last = submission
          place++
          if (order[submission] !== 0 && order[submission] !== place) wrong++
        }
      }
    }
    return wrong
  }

  #atOnce(track: number, session: number): number {
    const { rooms, slotsOf, width, order } = this.instance
    let pairs = 0
    for (let slot = 0; slot < slotsOf[session * rooms]!; slot++) {
      let count = 0
      for (let cell = session * rooms, end = cell + rooms; cell < end; cell++) {
        const submission = this.slot[cell * width + slot]!
        if (submission !== -1 && this.track[cell] === track && order[submission] !== 0) pairs += count++
      }
    }
    return pairs
  }

  /** What partner `at` costs the row's submission with the two at these places. */
  pairCost(at: number, cell: number, start: number, end: number, cellB: number, startB: number, endB: number): number {
    const { sessionOf, sessionPrice, slotPrice } = this.instance
    if (sessionOf[cell] !== sessionOf[cellB]) return 0
    const price = slotPrice[at]!
    let cost = cell === cellB ? 0 : sessionPrice[at]!
    if (price > 0) {
      const overlap = (end < endB ? end : endB) - (start > startB ? start : startB)
      if (overlap > 0) cost += overlap * price
    }
    return cost
  }

  /** The whole cost of what stands, counted anew. */
  recount(): number {
    const { instance, cell, start, track } = this
    const { submissions, cells, tracks, sessions, rooms, partners, length } = instance
    let cost = 0
    for (let i = 0; i < submissions; i++) {
      if (cell[i] === -1) continue
      cost += instance.submissionCost[i * cells + cell[i]!]!
      for (let at = partners.start[i]!; at < partners.start[i + 1]!; at++) {
        const m = partners.items[at]!
        if (m > i || cell[m] === -1) continue
        const end = start[i]! + length[i]!
        cost += this.pairCost(at, cell[i]!, start[i]!, end, cell[m]!, start[m]!, start[m]! + length[m]!)
      }
    }
    for (let c = 0; c < cells; c++) {
      if (track[c] === -1) continue
      cost += instance.trackCost[track[c]! * cells + c]!
      const session = instance.sessionOf[c]!
      for (let other = session * rooms; other < c; other++)
        if (track[other] !== -1) cost += instance.besideCost[track[c]! * tracks + track[other]!]!
    }
    for (let t = 0; t < tracks; t++) {
      const used = new Set<number>()
      for (let c = 0; c < cells; c++) if (track[c] === t) used.add(instance.roomOf[c]!)
      cost += instance.roomPrice * Math.max(0, used.size - 1)
      for (let s = 0; s < sessions; s++)
        cost += instance.parallelPrice * Math.max(0, this.inSession[t * sessions + s]! - 1)
      if (this.gap(t, -1, -1)) cost += instance.gapPrice
      if (instance.ordered[t] === 1) cost += instance.orderPrice * this.disorder(t)
    }
    return cost
  }
}
