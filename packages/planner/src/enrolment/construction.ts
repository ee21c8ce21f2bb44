import type { Budget } from '../search/budget.ts'
import type { Random } from '../search/random.ts'
import { RoomMatching } from './rooms.ts'
import type { Timetable } from './timetable.ts'

/**
 * Places every event by ejection: an event that fits nowhere takes the slot where the fewest and least stubborn events
 * must leave; those may not come back to it for a while (tabu), and every ejection makes an event more stubborn.
 */
export class Construction {
  readonly #timetable: Timetable
  readonly #matching: RoomMatching
  readonly #random: Random
  readonly #stubbornness: Float64Array
  readonly #tabuUntil: Int32Array
  readonly #unplaced: number[] = []
  #round = 0

  constructor(timetable: Timetable, random: Random) {
    this.#timetable = timetable
    this.#matching = new RoomMatching(timetable)
    this.#random = random
    this.#stubbornness = new Float64Array(timetable.instance.events).fill(1)
    this.#tabuUntil = new Int32Array(timetable.instance.events * timetable.instance.slots)
  }

  /**
   * Works until every event that has a slot and a room at all is placed, or half of the budget is spent. Returns the events
   * left out of the best state.
   */
  run(budget: Budget): number[] {
    const { slot, room, instance } = this.#timetable
    const hopeless: number[] = []
    for (let event = 0; event < instance.events; event++) {
      const { slotsOf, roomsOf } = instance
      const possible =
        slotsOf.start[event] !== slotsOf.start[event + 1] && roomsOf.start[event] !== roomsOf.start[event + 1]
      if (!possible) hopeless.push(event)
      else if (slot[event] === -1) this.#unplaced.push(event)
    }
    const half = budget.left() / 2
    let best = { missing: this.#missing(), slot: slot.slice(), room: room.slice() }
    while (this.#unplaced.length > 0) {
      const work = this.#placeOne()
      const missing = this.#missing()
      if (missing < best.missing) best = { missing, slot: slot.slice(), room: room.slice() }
      if (budget.spend(work) || budget.left() < half) break
    }
    if (this.#unplaced.length > 0) this.#restore(best.slot, best.room)
    return [...hopeless, ...this.#unplaced]
  }

  /** How much is left out: fewer students first (the distance to feasibility), then fewer events. */
  #missing(): number {
    const { studentsOf, events } = this.#timetable.instance
    const { start } = studentsOf
    return this.#unplaced.reduce((sum, event) => sum + (start[event + 1]! - start[event]!) * (events + 1) + 1, 0)
  }

  #restore(slot: Int16Array, room: Int16Array): void {
    const timetable = this.#timetable
    for (let event = 0; event < slot.length; event++) if (timetable.slot[event] !== -1) timetable.remove(event)
    this.#unplaced.length = 0
    for (let event = 0; event < slot.length; event++) {
      if (slot[event] !== -1) timetable.place(event, slot[event]!, room[event]!)
      else this.#unplaced.push(event)
    }
  }

  /** Places one waiting event, ejecting what is in its way. Returns the work it took. */
  #placeOne(): number {
    const { slotsOf, slots, rooms } = this.#timetable.instance
    this.#round++
    const at = this.#random.below(this.#unplaced.length)
    const event = this.#unplaced[at]!
    let bestPrice = Number.POSITIVE_INFINITY
    let bestSlot = -1
    for (let i = slotsOf.start[event]!; i < slotsOf.start[event + 1]!; i++) {
      const slot = slotsOf.items[i]!
      const chance = this.#random.fraction() * 0.5
      const price = chance + this.#price(event, slot, bestPrice - chance)
      const tabu = this.#tabuUntil[event * slots + slot]! > this.#round
      if (price < bestPrice && (!tabu || price < 0.5)) {
        bestPrice = price
        bestSlot = slot
      }
    }
    if (bestSlot === -1)
      bestSlot =
        slotsOf.items[slotsOf.start[event]! + this.#random.below(slotsOf.start[event + 1]! - slotsOf.start[event]!)]!
    this.#unplaced[at] = this.#unplaced.at(-1)!
    this.#unplaced.pop()
    this.#clear(event, bestSlot)
    if (!this.#matching.seat(event, bestSlot)) {
      this.#eject(this.#cheapestHolder(event, bestSlot))
      this.#matching.seat(event, bestSlot)
    }
    this.#timetable.enterSlot(event, bestSlot)
    return 8 * (slotsOf.start[event + 1]! - slotsOf.start[event]!) * rooms + 300
  }

  /**
   * What it costs to clear `slot` for `event`: the stubbornness of all who must leave. Anything from `limit` on once it is
   * known to be no less; nobody's stubbornness is below 1.
   */
  #price(event: number, slot: number, limit: number): number {
    const { instance, conflicts, cell } = this.#timetable
    const { rooms, slots, adjacent, events } = instance
    if (conflicts[event * slots + slot]! >= limit) return limit
    let price = this.#orderPrice(event, slot)
    if (conflicts[event * slots + slot]! > 0) {
      for (let room = 0; room < rooms && price < limit; room++) {
        const other = cell[slot * rooms + room]!
        if (other !== -1 && adjacent[event * events + other] === 1) price += this.#stubbornness[other]!
      }
    }
    if (price >= limit) return price
    let cheapest = Number.POSITIVE_INFINITY
    for (let i = instance.roomsOf.start[event]!; i < instance.roomsOf.start[event + 1]!; i++) {
      const other = cell[slot * rooms + instance.roomsOf.items[i]!]!
      if (other === -1 || adjacent[event * events + other] === 1) return price
      cheapest = Math.min(cheapest, this.#stubbornness[other]!)
    }
    return price + (this.#canShift(event, slot) ? 0 : cheapest)
  }

  /** Whether others of the slot can change rooms so that `event` gets one. */
  #canShift(event: number, slot: number): boolean {
    if (!this.#matching.seat(event, slot)) return false
    const { cell, room, instance } = this.#timetable
    cell[slot * instance.rooms + room[event]!] = -1
    room[event] = -1
    return true
  }

  #orderPrice(event: number, slot: number): number {
    const { instance, slot: slotOf } = this.#timetable
    const { before, after } = instance
    let price = 0
    for (let i = before.start[event]!; i < before.start[event + 1]!; i++) {
      const other = before.items[i]!
      if (slotOf[other]! > slot) price += this.#stubbornness[other]!
    }
    for (let i = after.start[event]!; i < after.start[event + 1]!; i++) {
      const other = after.items[i]!
      if (slotOf[other] !== -1 && slotOf[other]! < slot) price += this.#stubbornness[other]!
    }
    return price
  }

  /** Ejects everything that may not stand beside `event` in `slot`, or on the wrong side of it. */
  #clear(event: number, slot: number): void {
    const { instance, cell, slot: slotOf } = this.#timetable
    const { rooms, adjacent, events, before, after } = instance
    for (let room = 0; room < rooms; room++) {
      const other = cell[slot * rooms + room]!
      if (other !== -1 && adjacent[event * events + other] === 1) this.#eject(other)
    }
    for (let i = before.start[event]!; i < before.start[event + 1]!; i++) {
      if (slotOf[before.items[i]!]! > slot) this.#eject(before.items[i]!)
    }
    for (let i = after.start[event]!; i < after.start[event + 1]!; i++) {
      const other = after.items[i]!
      if (slotOf[other] !== -1 && slotOf[other]! < slot) this.#eject(other)
    }
  }

  #cheapestHolder(event: number, slot: number): number {
    const { instance, cell } = this.#timetable
    let best = -1
    for (let i = instance.roomsOf.start[event]!; i < instance.roomsOf.start[event + 1]!; i++) {
      const other = cell[slot * instance.rooms + instance.roomsOf.items[i]!]!
      if (best === -1 || this.#stubbornness[other]! < this.#stubbornness[best]!) best = other
    }
    return best
  }

  #eject(event: number): void {
    const slot = this.#timetable.slot[event]!
    this.#tabuUntil[event * this.#timetable.instance.slots + slot] =
      this.#round + 8 + this.#random.below(8) + this.#unplaced.length
    this.#timetable.remove(event)
    this.#unplaced.push(event)
    this.#stubbornness[event]! += 1
  }
}
