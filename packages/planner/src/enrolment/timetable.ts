import type { Instance } from './instance.ts'

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
  /** events × slots: how many neighbours of the event stand in the slot. */
  readonly conflicts: Uint16Array
  /** days × students: bits of the slots taken. */
  readonly dayBits: Uint16Array
  cost = 0

  constructor(instance: Instance) {
    this.instance = instance
    this.slot = new Int16Array(instance.events).fill(-1)
    this.room = new Int16Array(instance.events).fill(-1)
    this.cell = new Int16Array(instance.slots * instance.rooms).fill(-1)
    this.size = new Int16Array(instance.slots)
    this.conflicts = new Uint16Array(instance.events * instance.slots)
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
    const { conflicts } = this
    for (let i = neighbours.start[event]!, end = neighbours.start[event + 1]!; i < end; i++) {
      conflicts[neighbours.items[i]! * slots + slot]! += step
    }
  }
}
