import { ProblemError } from '../problem-error.ts'
import type { Landscape } from '../search/landscape.ts'
import type { Random } from '../search/random.ts'
import type { Instance } from './instance.ts'
import { TimefoldState } from './state.ts'

/**
 * Plans in which every talk has a cell; a move swaps two talks, or sends one to an empty cell. The kinds are where it goes: anywhere,
 * another room at its time, another time in its room. Hard constraints cost much, types and pins bind.
 */
export class TimefoldLandscape implements Landscape {
  readonly bound: number
  readonly kinds = 3
  evaluated = 0
  accepted = 0
  worse = 0
  worseAccepted = 0
  work = 0
  cost = 0
  readonly state: TimefoldState
  readonly #instance: Instance
  readonly #random: Random
  readonly #movable: Int32Array
  readonly #speakersOf: readonly (readonly (readonly number[])[])[]
  readonly #updateWork: number
  #bestSlot: Int32Array
  #bestRoom: Int32Array

  constructor(instance: Instance, random: Random) {
    this.#instance = instance
    this.#random = random
    this.state = new TimefoldState(instance)
    this.#movable = Int32Array.from(instance.cellsOf.keys()).filter((talk) => instance.cellsOf[talk]!.length > 1)
    this.#speakersOf = instance.cellsOf.map((_, talk) => instance.speakerTalks.filter((own) => own.includes(talk)))
    this.#updateWork = Math.ceil(0.7 * instance.talks * (instance.slots + instance.rooms))
    this.#fill()
    this.bound = this.#movable.length > 0 ? Number.NEGATIVE_INFINITY : this.cost
    this.#bestSlot = this.state.slot.slice()
    this.#bestRoom = this.state.room.slice()
  }

  step(kind: number, threshold: number): void {
    this.work += 40
    const { rooms, cellAllowed, slots } = this.#instance
    const { slot, room, cell } = this.state
    if (this.#movable.length === 0) return
    const talk = this.#movable[this.#random.below(this.#movable.length)]!
    const target = this.#target(talk, kind)
    const here = slot[talk]! * rooms + room[talk]!
    if (target === here || cellAllowed[talk * slots * rooms + target] === 0) return
    const other = cell[target]!
    if (other !== -1 && cellAllowed[other * slots * rooms + here] === 0) return
    this.work += 65
    this.evaluated++
    const delta = this.#delta(talk, other, here, target)
    if (delta > 0) this.worse++
    if (delta > threshold) return
    if (delta > 0) this.worseAccepted++
    if (delta !== 0) this.accepted++
    this.#make(talk, other, target)
    this.cost += delta
  }

  #target(talk: number, kind: number): number {
    const { rooms, slots, cellsOf } = this.#instance
    const { slot, room } = this.state
    if (kind === 1) return slot[talk]! * rooms + this.#random.below(rooms)
    if (kind === 2) return this.#random.below(slots) * rooms + room[talk]!
    const cells = cellsOf[talk]!
    return cells[this.#random.below(cells.length)]!
  }

  #delta(talk: number, other: number, here: number, target: number): number {
    const { rooms } = this.#instance
    const { state } = this
    const slot = Math.floor(here / rooms)
    const room = here % rooms
    const toSlot = Math.floor(target / rooms)
    const toRoom = target % rooms
    let delta = state.price(talk, toSlot, toRoom) - state.price(talk, slot, room)
    if (other !== -1) {
      delta += state.price(other, slot, room) - state.price(other, toSlot, toRoom)
      delta +=
        state.pairPrice(talk, toSlot, toRoom, other, slot, room) +
        state.pairPrice(talk, slot, room, other, toSlot, toRoom) -
        state.pairPrice(talk, toSlot, toRoom, other, toSlot, toRoom) -
        state.pairPrice(talk, slot, room, other, slot, room)
    }
    return slot === toSlot ? delta : delta + this.#groupDelta(talk, other, slot, toSlot)
  }

  /** Speakers' days and crowds, by moving the slots to and fro. */
  #groupDelta(talk: number, other: number, slot: number, toSlot: number): number {
    const { risky, dayOf } = this.#instance
    const { state } = this
    const shift = risky[talk]! - (other === -1 ? 0 : risky[other]!)
    let delta = 0
    if (shift !== 0) {
      delta -= state.crowdCost(slot) + state.crowdCost(toSlot)
      state.risks[slot]! -= shift
      state.risks[toSlot]! += shift
      delta += state.crowdCost(slot) + state.crowdCost(toSlot)
      state.risks[slot]! += shift
      state.risks[toSlot]! -= shift
    }
    if (dayOf[slot] === dayOf[toSlot] || !this.#travels(talk, other)) return delta
    delta -= this.#groupCost(talk, other)
    state.slot[talk] = toSlot
    if (other !== -1) state.slot[other] = slot
    delta += this.#groupCost(talk, other)
    state.slot[talk] = slot
    if (other !== -1) state.slot[other] = toSlot
    return delta
  }

  /** Whether a speaker of either has another talk. */
  #travels(talk: number, other: number): boolean {
    return this.#speakersOf[talk]!.length > 0 || (other !== -1 && this.#speakersOf[other]!.length > 0)
  }

  /** A speaker of both counts twice before and after; a swap does not change the days of such a speaker. */
  #groupCost(talk: number, other: number): number {
    let cost = 0
    for (const own of this.#speakersOf[talk]!) cost += this.state.makespanCost(own)
    if (other !== -1) for (const own of this.#speakersOf[other]!) cost += this.state.makespanCost(own)
    return cost
  }

  #make(talk: number, other: number, target: number): void {
    const { rooms } = this.#instance
    this.work += (other === -1 ? 1 : 2) * this.#updateWork
    this.state.move(talk, other, Math.floor(target / rooms), target % rooms)
  }

  /** Gives every talk a cell it may have by augmenting paths, the most bound first. Throws when the cells do not suffice. */
  #fill(): void {
    const { cellsOf, rooms, problem } = this.#instance
    const holder = new Map<number, number>()
    const seat = (talk: number, seen: Set<number>): boolean => {
      for (const cell of cellsOf[talk]!) {
        if (seen.has(cell)) continue
        seen.add(cell)
        const held = holder.get(cell)
        if (held === undefined || seat(held, seen)) {
          holder.set(cell, talk)
          return true
        }
      }
      return false
    }
    const talks = [...cellsOf.keys()].sort((a, b) => cellsOf[a]!.length - cellsOf[b]!.length)
    for (const talk of talks) {
      if (!seat(talk, new Set())) throw new ProblemError('talk-left-over', { talk: problem.talks[talk]!.code })
    }
    for (const [cell, talk] of holder) this.state.put(talk, Math.floor(cell / rooms), cell % rooms)
    this.cost = this.recount()
  }

  /** The whole cost from the tables: every pair once. */
  recount(): number {
    const { talks, speakerTalks, slots, slotCost, roomCost, rooms } = this.#instance
    const { state } = this
    let cost = 0
    for (let a = 0; a < talks; a++) {
      cost += slotCost[a * slots + state.slot[a]!]! + roomCost[a * rooms + state.room[a]!]!
      for (let b = 0; b < a; b++) {
        cost += state.pairPrice(a, state.slot[a]!, state.room[a]!, b, state.slot[b]!, state.room[b]!)
      }
    }
    for (const own of speakerTalks) cost += state.makespanCost(own)
    for (let slot = 0; slot < slots; slot++) cost += state.crowdCost(slot)
    return cost
  }

  keep(): void {
    this.#bestSlot.set(this.state.slot)
    this.#bestRoom.set(this.state.room)
  }

  recall(): void {
    for (let talk = 0; talk < this.#instance.talks; talk++) this.state.take(talk)
    for (let talk = 0; talk < this.#instance.talks; talk++)
      this.state.put(talk, this.#bestSlot[talk]!, this.#bestRoom[talk]!)
    this.cost = this.recount()
  }
}
