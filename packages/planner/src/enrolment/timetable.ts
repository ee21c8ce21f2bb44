import type { Instance } from './instance.ts'

/** More neighbours than any slot holds. */
export const never = 0x4000

/**
 * A timetable that is kept consistent event by event: who stands where, how many neighbours of an event stand in a
 * slot, and each student's days as bits with their soft cost.
 */
export class Timetable {
  readonly instance: Instance
  /** Slot and room of each event, -1 when unplaced. */
  readonly slot: Int16Array
  readonly room: Int16Array
  /** slots × rooms: the event there, or -1. */
  readonly cell: Int16Array
  /** Events per slot. */
  readonly size: Int16Array
  /** events × slots: how many neighbours of the event stand in the slot; from `never` on where it may not stand at all. */
  readonly conflicts: Uint16Array
  /** In how many slots that it may take each event meets no neighbour; its own counts. */
  readonly open: Int16Array
  /** days × students: bits of the slots taken. */
  readonly dayBits: Uint16Array
  cost = 0

  constructor(instance: Instance) {
    this.instance = instance
    this.slot = new Int16Array(instance.events).fill(-1)
    this.room = new Int16Array(instance.events).fill(-1)
    this.cell = new Int16Array(instance.slots * instance.rooms).fill(-1)
    this.size = new Int16Array(instance.slots)
    this.conflicts = Uint16Array.from(instance.available, (available) => (available === 1 ? 0 : never))
    this.open = Int16Array.from({ length: instance.events }, (_, event) => {
      return instance.slotsOf.start[event + 1]! - instance.slotsOf.start[event]!
    })
    this.dayBits = new Uint16Array(instance.days * instance.students)
  }

  /** Puts an unplaced event into a free cell. */
  place(event: number, slot: number, room: number): void {
    this.enterSlot(event, slot)
    this.room[event] = room
    this.cell[slot * this.instance.rooms + room] = event
  }

  /** Takes a placed event out of its cell. */
  remove(event: number): void {
    const slot = this.slot[event]!
    this.cell[slot * this.instance.rooms + this.room[event]!] = -1
    this.room[event] = -1
    this.leaveSlot(event)
  }

  /** Books an unplaced event into a slot without giving it a room. */
  enterSlot(event: number, slot: number): void {
    this.slot[event] = slot
    this.size[slot]!++
    this.#count(event, slot, 1)
    const { studentsOf, slotsPerDay, students, addCost } = this.instance
    const { dayBits } = this
    const day = Math.floor(slot / slotsPerDay) * students
    const position = slot % slotsPerDay
    const bit = 1 << position
    const row = position << slotsPerDay
    let delta = 0
    for (let i = studentsOf.start[event]!, end = studentsOf.start[event + 1]!; i < end; i++) {
      const at = day + studentsOf.items[i]!
      const bits = dayBits[at]!
      delta += addCost[row + bits]!
      dayBits[at] = bits | bit
    }
    this.cost += delta
  }

  /** Takes an event out of its slot; its cell must already be empty or about to be rewritten. */
  leaveSlot(event: number): void {
    const slot = this.slot[event]!
    this.slot[event] = -1
    this.size[slot]!--
    this.#count(event, slot, -1)
    const { studentsOf, slotsPerDay, students, removeCost } = this.instance
    const { dayBits } = this
    const day = Math.floor(slot / slotsPerDay) * students
    const position = slot % slotsPerDay
    const bit = 1 << position
    const row = position << slotsPerDay
    let delta = 0
    for (let i = studentsOf.start[event]!, end = studentsOf.start[event + 1]!; i < end; i++) {
      const at = day + studentsOf.items[i]!
      const bits = dayBits[at]!
      delta += removeCost[row + bits]!
      dayBits[at] = bits & ~bit
    }
    this.cost += delta
  }

  #count(event: number, slot: number, step: number): void {
    const { neighbours, slots } = this.instance
    const { conflicts, open } = this
    for (let i = neighbours.start[event]!, end = neighbours.start[event + 1]!; i < end; i++) {
      const neighbour = neighbours.items[i]!
      const at = neighbour * slots + slot
      const before = conflicts[at]!
      conflicts[at] = before + step
      if (before === 0) open[neighbour]!--
      else if (before + step === 0) open[neighbour]!++
    }
  }

  /**
   * Change of soft cost when `event` goes from one slot to another. Students who have something in `to` count as not
   * changing: whoever calls moves that event the other way, and the two cancel out.
   */
  priceMove(event: number, from: number, to: number): number {
    const { dayBits } = this
    const { studentsOf, students, slotsPerDay, dayCost, removeCost, addCost } = this.instance
    const { start, items } = studentsOf
    const dayFrom = Math.floor(from / slotsPerDay)
    const dayTo = Math.floor(to / slotsPerDay)
    const place = from - dayFrom * slotsPerDay
    const placeTo = to - dayTo * slotsPerDay
    const bit = 1 << placeTo
    const end = start[event + 1]!
    const rowTo = dayTo * students
    let delta = 0
    if (dayFrom === dayTo) {
      const flip = bit | (1 << place)
      for (let k = start[event]!; k < end; k++) {
        const bits = dayBits[rowTo + items[k]!]!
        if ((bits & bit) === 0) delta += dayCost[bits ^ flip]! - dayCost[bits]!
      }
      return delta
    }
    const rowFrom = dayFrom * students
    const tableFrom = place << slotsPerDay
    const tableTo = placeTo << slotsPerDay
    for (let k = start[event]!; k < end; k++) {
      const student = items[k]!
      const bits = dayBits[rowTo + student]!
      if ((bits & bit) === 0) delta += removeCost[tableFrom + dayBits[rowFrom + student]!]! + addCost[tableTo + bits]!
    }
    return delta
  }

  /** Flips the bits of the students of `event` for a move between two slots. Its own inverse. */
  flipStudents(event: number, from: number, to: number): void {
    const { dayBits } = this
    const { studentsOf, students, slotsPerDay } = this.instance
    const dayFrom = Math.floor(from / slotsPerDay)
    const dayTo = Math.floor(to / slotsPerDay)
    const bitFrom = 1 << (from - dayFrom * slotsPerDay)
    const bitTo = 1 << (to - dayTo * slotsPerDay)
    for (let k = studentsOf.start[event]!, end = studentsOf.start[event + 1]!; k < end; k++) {
      const student = studentsOf.items[k]!
      dayBits[dayFrom * students + student]! ^= bitFrom
      dayBits[dayTo * students + student]! ^= bitTo
    }
  }

  /** Books `event` from one slot into another: its slot, the sizes and the conflict counts, not its students. */
  rebook(event: number, from: number, to: number): void {
    const { neighbours, slots } = this.instance
    const { conflicts, open } = this
    for (let k = neighbours.start[event]!, end = neighbours.start[event + 1]!; k < end; k++) {
      const neighbour = neighbours.items[k]!
      const row = neighbour * slots
      if (--conflicts[row + from]! === 0) open[neighbour]!++
      if (conflicts[row + to]!++ === 0) open[neighbour]!--
    }
    this.size[from]!--
    this.size[to]!++
    this.slot[event] = to
  }
}
