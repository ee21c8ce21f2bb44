import type { Random } from '../search/random.ts'
import { RoomMatching } from './rooms.ts'
import type { Timetable } from './timetable.ts'

/**
 * The one neighbourhood of feasible timetables: events of two slots change sides. The set is closed under conflict
 * (a Kempe chain, or two of them), so no student is ever in two places; a single event without conflicts is the
 * transfer, two chains of one event each the swap.
 */
export class Exchange {
  readonly #timetable: Timetable
  readonly #matching: RoomMatching
  readonly #random: Random
  readonly #chain: Int32Array
  readonly #stamp: Int32Array
  readonly #savedCells: Int16Array
  #chainLimit = 0
  #length = 0
  #round = 0
  #slotA = 0
  #slotB = 0
  #fromA = 0
  /** Work done so far, in the units of `Limits`. */
  work = 0

  constructor(timetable: Timetable, random: Random, maxChain: number) {
    const { instance } = timetable
    this.#timetable = timetable
    this.#matching = new RoomMatching(timetable)
    this.#random = random
    this.#chain = new Int32Array(maxChain + 2)
    this.#stamp = new Int32Array(instance.events)
    this.#savedCells = new Int16Array(instance.rooms * 2)
  }

  /**
   * Proposes that `event` goes elsewhere, with a chain of at most `limit` events: 1 for a transfer, or a swap with an
   * event that is in nobody's way. Returns the change of cost, or NaN when nothing allowed was found.
   */
  propose(event: number, limit: number): number {
    this.#chainLimit = limit
    const target = this.#target(event)
    if (target === -1 || !this.#compose(event, target) || !this.#keepsOrder()) return Number.NaN
    return this.#price()
  }

  /** The next slot after a random one where `event` meets fewer neighbours than a chain may have; -1 when there is none. */
  #target(event: number): number {
    const { instance, conflicts, slot, open } = this.#timetable
    const { slotsOf, slots } = instance
    this.work += 40
    if (this.#chainLimit === 1 && open[event]! < 2) return -1
    const first = slotsOf.start[event]!
    const end = slotsOf.start[event + 1]!
    const source = slot[event]!
    const row = event * slots
    const limit = this.#chainLimit
    const begin = first + this.#random.below(end - first)
    let at = begin
    do {
      const target = slotsOf.items[at]!
      if (conflicts[row + target]! < limit && target !== source) return target
      at = at + 1 === end ? first : at + 1
    } while (at !== begin)
    this.work += 1.4 * (end - first)
    return -1
  }

  /** Gathers the events that change sides when `event` goes to `target`; false when the exchange is not allowed. */
  #compose(event: number, target: number): boolean {
    const { slot, size, instance } = this.#timetable
    const { rooms } = instance
    const source = slot[event]!
    this.#slotA = source
    this.#slotB = target
    this.#length = 0
    this.#fromA = 0
    this.#round++
    if (!this.#grow(event)) return false
    const fromB = this.#length - this.#fromA
    const surplus = this.#fromA - fromB
    const full = size[target]! + surplus > rooms
    if (!full && (this.#length > 1 || this.#goesAlone(event, target))) return size[source]! - surplus <= rooms
    const partner = this.#partner(event, source, target)
    if (partner === -1 || !this.#grow(partner)) return false
    const shift = 2 * this.#fromA - this.#length
    return size[target]! + shift <= rooms && size[source]! - shift <= rooms
  }

  /** Whether `event` leaves no hole for a partner: longer chains always take one, as transfers have their own kind. */
  #goesAlone(event: number, target: number): boolean {
    return this.#chainLimit === 1 && (this.#hasFreeRoom(event, target) || (this.#random.next() & 1) === 0)
  }

  /** An event that holds a room of `event` in `target` and could go to `source` in its stead; -1 when none can. */
  #partner(event: number, source: number, target: number): number {
    const { instance, cell, conflicts } = this.#timetable
    const { roomsOf, rooms, slots } = instance
    const first = roomsOf.start[event]!
    const end = roomsOf.start[event + 1]!
    const begin = first + this.#random.below(end - first)
    let at = begin
    this.work += 14
    do {
      const other = cell[target * rooms + roomsOf.items[at]!]!
      if (other !== -1 && this.#stamp[other] !== this.#round) {
        if (conflicts[other * slots + source]! < this.#chainLimit) return other
      }
      at = at + 1 === end ? first : at + 1
    } while (at !== begin)
    return -1
  }

  #hasFreeRoom(event: number, slot: number): boolean {
    const { cell, instance } = this.#timetable
    const { roomsOf, rooms } = instance
    for (let i = roomsOf.start[event]!, end = roomsOf.start[event + 1]!; i < end; i++) {
      if (cell[slot * rooms + roomsOf.items[i]!] === -1) return true
    }
    return false
  }

  /**
   * Adds the Kempe chain of `seed`, which may stand on the other side; false when the chain is too long or an event of it
   * may not.
   */
  #grow(seed: number): boolean {
    const { slot, conflicts, cell, instance } = this.#timetable
    const { slots, rooms, events, adjacent } = instance
    const chain = this.#chain
    const stamp = this.#stamp
    const round = this.#round
    const limit = this.#chainLimit
    const sum = this.#slotA + this.#slotB
    let next = this.#length
    let length = next
    chain[length++] = seed
    stamp[seed] = round
    while (next < length) {
      const event = chain[next++]!
      const from = slot[event]!
      if (from === this.#slotA) this.#fromA++
      let missing = conflicts[event * slots + sum - from]!
      const pairs = event * events
      for (let at = (sum - from) * rooms; missing > 0; at++) {
        const rival = cell[at]!
        if (rival === -1 || adjacent[pairs + rival] === 0) continue
        missing--
        if (stamp[rival] === round) continue
        if (length >= limit || conflicts[rival * slots + from]! >= limit) {
          this.work += (next - this.#length) * (14 + 0.7 * rooms)
          return false
        }
        stamp[rival] = round
        chain[length++] = rival
      }
    }
    this.work += (length - this.#length) * (14 + 0.7 * rooms)
    this.#length = length
    return true
  }

  /** Whether the order of events holds after the exchange. */
  #keepsOrder(): boolean {
    const { instance, slot } = this.#timetable
    const { before, after } = instance
    const sum = this.#slotA + this.#slotB
    for (let i = 0; i < this.#length; i++) {
      const event = this.#chain[i]!
      const to = sum - slot[event]!
      for (let k = before.start[event]!, end = before.start[event + 1]!; k < end; k++) {
        const other = before.items[k]!
        const at = slot[other]!
        if ((this.#stamp[other] === this.#round ? sum - at : at) >= to) return false
      }
      for (let k = after.start[event]!, end = after.start[event + 1]!; k < end; k++) {
        const other = after.items[k]!
        const at = slot[other]!
        if (at !== -1 && (this.#stamp[other] === this.#round ? sum - at : at) <= to) return false
      }
    }
    return true
  }

  /**
   * Change of soft cost. A student of both slots is in the chain with both events (they conflict), swaps them and
   * feels no change; everybody else moves alone, so each student's change is one look-up per day.
   */
  #price(): number {
    const timetable = this.#timetable
    const { start } = timetable.instance.studentsOf
    let delta = 0
    let students = 0
    for (let i = 0; i < this.#length; i++) {
      const event = this.#chain[i]!
      const from = timetable.slot[event]!
      students += start[event + 1]! - start[event]!
      delta += timetable.priceMove(event, from, this.#slotA + this.#slotB - from)
    }
    this.work += 18 * this.#length + 1.1 * students
    return delta
  }

  /** Makes the proposed exchange and seats both slots anew; false, and nothing changed, when rooms do not suffice. */
  make(): boolean {
    const { cell, room, slot, instance } = this.#timetable
    const { rooms } = instance
    const rowA = this.#slotA * rooms
    const rowB = this.#slotB * rooms
    for (let i = 0; i < rooms; i++) {
      this.#savedCells[i] = cell[rowA + i]!
      this.#savedCells[rooms + i] = cell[rowB + i]!
    }
    this.work += rooms * 2.9
    for (let i = 0; i < this.#length; i++) {
      const event = this.#chain[i]!
      cell[slot[event]! * rooms + room[event]!] = -1
    }
    for (let i = 0; i < this.#length; i++) {
      const event = this.#chain[i]!
      if (this.#matching.seat(event, this.#slotA + this.#slotB - slot[event]!)) continue
      for (let k = 0; k < rooms; k++) {
        this.#resettle(rowA, k, this.#savedCells[k]!)
        this.#resettle(rowB, k, this.#savedCells[rooms + k]!)
      }
      return false
    }
    this.#flip()
    return true
  }

  #resettle(row: number, place: number, event: number): void {
    this.#timetable.cell[row + place] = event
    if (event !== -1) this.#timetable.room[event] = place
  }

  #flip(): void {
    const timetable = this.#timetable
    const { start } = timetable.instance.neighbours
    for (let i = 0; i < this.#length; i++) {
      const event = this.#chain[i]!
      const from = timetable.slot[event]!
      const to = this.#slotA + this.#slotB - from
      timetable.flipStudents(event, from, to)
      timetable.rebook(event, from, to)
      this.work += 2.2 * (start[event + 1]! - start[event]!)
    }
  }
}
