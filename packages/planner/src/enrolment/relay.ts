import type { Random } from '../search/random.ts'
import { RoomMatching } from './rooms.ts'
import type { Timetable } from './timetable.ts'

/**
 * One event takes the place of another, which goes on to a third slot. In a timetable that is nearly full these relays
 * are almost the only way to make room, where exchanges of two slots find nothing.
 */
export class Relay {
  readonly #timetable: Timetable
  readonly #matching: RoomMatching
  readonly #random: Random
  readonly #savedCells: Int16Array
  #event = 0
  #displaced = 0
  #from = 0
  #via = 0
  #to = 0
  /** Work done so far, in the units of `Limits`. */
  work = 0

  constructor(timetable: Timetable, random: Random) {
    this.#timetable = timetable
    this.#matching = new RoomMatching(timetable)
    this.#random = random
    this.#savedCells = new Int16Array(timetable.instance.rooms * 2)
  }

  /** Proposes a relay that `event` begins. Returns the change of cost, or NaN when nothing allowed was found. */
  propose(event: number): number {
    const timetable = this.#timetable
    const { slot, instance } = timetable
    this.#event = event
    this.#from = slot[event]!
    this.work += 72
    if (!this.#chooseVia(event) || !this.#chooseTo() || !this.#keepsOrder()) return Number.NaN
    const { start } = instance.studentsOf
    const other = this.#displaced
    this.work += 58 + 2.9 * (start[event + 1]! - start[event]! + start[other + 1]! - start[other]!)
    const first = timetable.priceMove(other, this.#via, this.#to)
    timetable.flipStudents(other, this.#via, this.#to)
    const second = timetable.priceMove(event, this.#from, this.#via)
    timetable.flipStudents(other, this.#via, this.#to)
    return first + second
  }

  /** Makes the proposed relay; false, and nothing changed, when rooms do not suffice. */
  make(): boolean {
    const timetable = this.#timetable
    const { cell, room, instance } = timetable
    const { rooms } = instance
    const via = this.#via * rooms
    const to = this.#to * rooms
    this.work += rooms * 2.9
    for (let i = 0; i < rooms; i++) {
      this.#savedCells[i] = cell[via + i]!
      this.#savedCells[rooms + i] = cell[to + i]!
    }
    const left = this.#from * rooms + room[this.#event]!
    cell[via + room[this.#displaced]!] = -1
    if (!this.#matching.seat(this.#displaced, this.#to) || !this.#matching.seat(this.#event, this.#via)) {
      for (let i = 0; i < rooms; i++) {
        this.#resettle(via, i, this.#savedCells[i]!)
        this.#resettle(to, i, this.#savedCells[rooms + i]!)
      }
      return false
    }
    cell[left] = -1
    timetable.flipStudents(this.#displaced, this.#via, this.#to)
    timetable.rebook(this.#displaced, this.#via, this.#to)
    timetable.flipStudents(this.#event, this.#from, this.#via)
    timetable.rebook(this.#event, this.#from, this.#via)
    const { start } = instance.neighbours
    this.work +=
      2.2 * (start[this.#event + 1]! - start[this.#event]! + start[this.#displaced + 1]! - start[this.#displaced]!)
    return true
  }

  #resettle(row: number, place: number, event: number): void {
    this.#timetable.cell[row + place] = event
    if (event !== -1) this.#timetable.room[event] = place
  }

  /** A slot where one event stands in the way: the only neighbour there, or a holder of a suitable room. */
  #chooseVia(event: number): boolean {
    const { instance, conflicts, cell } = this.#timetable
    const { slotsOf, roomsOf, slots, rooms, adjacent, events } = instance
    const first = slotsOf.start[event]!
    const end = slotsOf.start[event + 1]!
    const begin = first + this.#random.below(end - first)
    let at = begin
    let via = -1
    do {
      const candidate = slotsOf.items[at]!
      if (conflicts[event * slots + candidate]! < 2 && candidate !== this.#from) {
        via = candidate
        break
      }
      at = at + 1 === end ? first : at + 1
    } while (at !== begin)
    if (via === -1) return false
    this.#via = via
    if (conflicts[event * slots + via] === 0) {
      const firstRoom = roomsOf.start[event]!
      const place = roomsOf.items[firstRoom + this.#random.below(roomsOf.start[event + 1]! - firstRoom)]!
      this.#displaced = cell[via * rooms + place]!
      return this.#displaced !== -1
    }
    this.work += 0.7 * rooms
    for (let place = 0; place < rooms; place++) {
      const other = cell[via * rooms + place]!
      if (other === -1 || adjacent[event * events + other] === 0) continue
      this.#displaced = other
      return true
    }
    return false
  }

  /** A third slot with a free place and without neighbours for the displaced event. */
  #chooseTo(): boolean {
    const { instance, conflicts, size } = this.#timetable
    const { slotsOf, slots, rooms } = instance
    const event = this.#displaced
    const first = slotsOf.start[event]!
    const end = slotsOf.start[event + 1]!
    const begin = first + this.#random.below(end - first)
    let at = begin
    do {
      const candidate = slotsOf.items[at]!
      const elsewhere = candidate !== this.#via && candidate !== this.#from
      if (elsewhere && conflicts[event * slots + candidate] === 0 && size[candidate]! < rooms) {
        this.#to = candidate
        return true
      }
      at = at + 1 === end ? first : at + 1
    } while (at !== begin)
    return false
  }

  #keepsOrder(): boolean {
    return this.#standsInOrder(this.#event, this.#via) && this.#standsInOrder(this.#displaced, this.#to)
  }

  #standsInOrder(event: number, at: number): boolean {
    const { before, after } = this.#timetable.instance
    for (let k = before.start[event]!, end = before.start[event + 1]!; k < end; k++) {
      if (this.#newSlot(before.items[k]!) >= at) return false
    }
    for (let k = after.start[event]!, end = after.start[event + 1]!; k < end; k++) {
      const slot = this.#newSlot(after.items[k]!)
      if (slot !== -1 && slot <= at) return false
    }
    return true
  }

  #newSlot(event: number): number {
    if (event === this.#event) return this.#via
    return event === this.#displaced ? this.#to : this.#timetable.slot[event]!
  }
}
