import type { Landscape } from '../search/landscape.ts'
import type { Random } from '../search/random.ts'
import type { Instance } from './instance.ts'
import { Relocation } from './relocation.ts'
import type { CosplibState } from './state.ts'

/**
 * Plans in which every submission stands, each in a cell of its track, and the moves between them. The kinds: a submission changes
 * places with the slots it needs in another cell of its track; or goes to an empty cell; two cells exchange all they hold,
 * anywhere, within a session, within a room; two neighbours in a cell change places (where it matters).
 */
export class CosplibLandscape implements Landscape {
  readonly bound = 0
  readonly kinds: number
  evaluated = 0
  accepted = 0
  worse = 0
  worseAccepted = 0
  work = 0
  cost: number
  readonly state: CosplibState
  readonly #instance: Instance
  readonly #random: Random
  readonly #relocation: Relocation
  readonly #bestCell: Int32Array
  readonly #bestStart: Int32Array

  constructor(state: CosplibState, random: Random) {
    const { instance } = state
    this.state = state
    this.#instance = instance
    this.#random = random
    this.kinds = instance.slotsMatter || instance.ordered.includes(1) ? 6 : 5
    this.#relocation = new Relocation(state)
    this.#bestCell = state.cell.slice()
    this.#bestStart = state.start.slice()
    this.cost = state.recount()
  }

  step(kind: number, threshold: number): void {
    this.work += 45
    const submission = this.#random.below(this.#instance.submissions)
    const found =
      kind < 2
        ? this.#proposeSegment(submission, kind)
        : kind < 5
          ? this.#proposeExchange(submission, kind)
          : this.#proposeNeighbours(submission)
    if (!found) return
    const relocation = this.#relocation
    this.evaluated++
    this.work += 60 + relocation.work
    const delta = relocation.delta(threshold)
    if (delta > 0) this.worse++
    if (delta > threshold) {
      relocation.drop()
      return
    }
    if (delta > 0) this.worseAccepted++
    if (delta !== 0) this.accepted++
    relocation.make()
    this.work += 45 * relocation.count
    this.cost += delta
  }

  /** `submission` changes places with as many slots elsewhere; what stands in those must stand in them wholly. */
  #proposeSegment(submission: number, kind: number): boolean {
    const { submissionsOf, trackOf, slotsOf, length, width, cells } = this.#instance
    const { state } = this
    const from = state.cell[submission]!
    let to: number
    if (kind === 0) {
      const first = submissionsOf.start[trackOf[submission]!]!
      const count = submissionsOf.start[trackOf[submission]! + 1]! - first
      to = state.cell[submissionsOf.items[first + this.#random.below(count)]!]!
    } else {
      to = this.#random.below(cells)
      if (state.track[to] !== -1) return false
    }
    const need = length[submission]!
    const room = slotsOf[to]! - need
    if (room < 0) return false
    const begin = state.start[submission]!
    const start = this.#random.below(room + 1)
    if (from === to && (start === begin || Math.abs(start - begin) < need)) return false
    const relocation = this.#relocation
    const end = start + need
    relocation.add(submission, to, start)
    for (let at = start; at < end; at++) {
      const other = state.slot[to * width + at]!
      if (other === -1) continue
      const first = state.start[other]!
      if (first < start || first + length[other]! > end) {
        relocation.drop()
        return false
      }
      if (first === at) relocation.add(other, from, begin + first - start)
    }
    const empties = from !== to && state.held[from] === 1 && relocation.count === 1
    relocation.cells(from, to, empties, state.track[to] === -1, false)
    return true
  }

  /** The cell of `submission` and another one exchange all they hold, as it stands; the other one may be empty. */
  #proposeExchange(submission: number, kind: number): boolean {
    const { cells, rooms, sessions, sessionOf, roomOf } = this.#instance
    const { state } = this
    const from = state.cell[submission]!
    let to: number
    if (kind === 2) to = this.#random.below(cells)
    else if (kind === 3) to = sessionOf[from]! * rooms + this.#random.below(rooms)
    else to = this.#random.below(sessions) * rooms + roomOf[from]!
    if (to === from || !this.#fits(from, to) || !this.#fits(to, from)) return false
    this.#addAll(from, to)
    this.#addAll(to, from)
    this.#relocation.cells(from, to, true, state.track[to] === -1, state.track[to] !== -1)
    return true
  }

  #fits(from: number, to: number): boolean {
    const { width, slotsOf } = this.#instance
    for (let slot = slotsOf[to]!; slot < slotsOf[from]!; slot++)
      if (this.state.slot[from * width + slot] !== -1) return false
    return true
  }

  #addAll(from: number, to: number): void {
    const { width, slotsOf } = this.#instance
    const { slot, start } = this.state
    for (let at = 0; at < slotsOf[from]!; at++) {
      const submission = slot[from * width + at]!
      if (submission !== -1 && start[submission] === at) this.#relocation.add(submission, to, at)
    }
  }

  /** `submission` and what follows it at once change places, whatever their lengths. */
  #proposeNeighbours(submission: number): boolean {
    const { width, slotsOf, length } = this.#instance
    const { state } = this
    const cell = state.cell[submission]!
    const start = state.start[submission]!
    const next = start + length[submission]!
    if (next >= slotsOf[cell]!) return false
    const other = state.slot[cell * width + next]!
    if (other === -1) this.#relocation.add(submission, cell, start + 1)
    else {
      this.#relocation.add(other, cell, start)
      this.#relocation.add(submission, cell, start + length[other]!)
    }
    this.#relocation.cells(cell, cell, false, false, false)
    return true
  }

  keep(): void {
    this.#bestCell.set(this.state.cell)
    this.#bestStart.set(this.state.start)
  }

  recall(): void {
    const { submissions } = this.#instance
    for (let i = 0; i < submissions; i++) this.state.take(i)
    for (let i = 0; i < submissions; i++) this.state.put(i, this.#bestCell[i]!, this.#bestStart[i]!)
    this.cost = this.state.recount()
  }
}
