import type { Instance } from './instance.ts'

/** A plan with, for every talk and every place it could have, what the others would cost it there. */
export class TimefoldState {
  readonly instance: Instance
  readonly slot: Int32Array
  readonly room: Int32Array
  /** slots × rooms: the talk there, or -1. */
  readonly cell: Int32Array
  /** talks × slots, talks × rooms, talks × days × rooms: cost of the others there. */
  readonly time: Int32Array
  readonly popular: Int32Array
  readonly stable: Int32Array
  /** Risky talks per slot, and the minutes they run. */
  readonly risks: Int32Array
  readonly #below: Int32Array
  readonly #above: Int32Array

  constructor(instance: Instance) {
    const { talks, slots, rooms, days } = instance
    this.instance = instance
    this.slot = new Int32Array(talks).fill(-1)
    this.room = new Int32Array(talks).fill(-1)
    this.cell = new Int32Array(slots * rooms).fill(-1)
    this.time = new Int32Array(talks * slots)
    this.popular = new Int32Array(talks * rooms)
    this.stable = new Int32Array(talks * days * rooms)
    this.risks = new Int32Array(slots)
    this.#below = new Int32Array(rooms)
    this.#above = new Int32Array(rooms)
  }

  /** What `talk` costs at a place beside the others, speakers' days and crowds left out. */
  price(talk: number, slot: number, room: number): number {
    const { slots, rooms, days, slotCost, roomCost, dayOf } = this.instance
    return (
      slotCost[talk * slots + slot]! +
      roomCost[talk * rooms + room]! +
      this.time[talk * slots + slot]! +
      this.popular[talk * rooms + room]! +
      this.stable[(talk * days + dayOf[slot]!) * rooms + room]!
    )
  }

  /** What two talks cost each other at two places. */
  pairPrice(a: number, slotA: number, roomA: number, b: number, slotB: number, roomB: number): number {
    const { talks, slots, timePairs, stability, dayOf, favourites, seats, minutes, popularPrice } = this.instance
    let cost = timePairs[(a * slots + slotA) * talks * slots + b * slots + slotB]!
    if (roomA !== roomB && dayOf[slotA] === dayOf[slotB]) cost += stability[a * talks + b]!
    const unpopular = (favourites[a]! - favourites[b]!) * (seats[roomA]! - seats[roomB]!) < 0
    return unpopular ? cost + popularPrice * (minutes[a]! + minutes[b]!) : cost
  }

  /** Puts a talk that stands nowhere into an empty cell. */
  put(talk: number, slot: number, room: number): void {
    this.cell[slot * this.instance.rooms + room] = talk
    this.#shift(talk, slot, room)
  }

  /** Takes a talk out of its cell. */
  take(talk: number): void {
    this.cell[this.slot[talk]! * this.instance.rooms + this.room[talk]!] = -1
    this.#shift(talk, -1, -1)
  }

  /** Sends a talk to an empty cell, or lets it change places with the one there (`other` -1: none). */
  move(talk: number, other: number, slot: number, room: number): void {
    const { rooms } = this.instance
    const here = this.slot[talk]!
    const hereRoom = this.room[talk]!
    this.#shift(talk, slot, room)
    if (other !== -1) this.#shift(other, here, hereRoom)
    this.cell[here * rooms + hereRoom] = other
    this.cell[slot * rooms + room] = talk
  }

  /** Notes the new place (-1: none) and tells all others what it changes for them. */
  #shift(talk: number, slot: number, room: number): void {
    const here = this.slot[talk]!
    const hereRoom = this.room[talk]!
    if (here !== slot) {
      if (this.instance.risky[talk] === 1) {
        if (here !== -1) this.risks[here]!--
        if (slot !== -1) this.risks[slot]!++
      }
      this.#tellTime(talk, here, slot)
    }
    if (hereRoom !== room) this.#tellRooms(talk, hereRoom, room)
    if (here !== -1) this.#tellStable(talk, here, hereRoom, -1)
    if (slot !== -1) this.#tellStable(talk, slot, room, 1)
    this.slot[talk] = slot
    this.room[talk] = room
  }

  /** Three and more risky talks at once: each of them counts its minutes. */
  crowdCost(slot: number): number {
    const { crowdPrice, tables } = this.instance
    const count = this.risks[slot]!
    return count > 2 ? count * crowdPrice * tables.minutes[slot]! : 0
  }

  /** The days between a speaker's first and last talk, the first one free. */
  makespanCost(talks: readonly number[]): number {
    const { dayOf, dateOf, makespanPrice } = this.instance
    let first = Number.POSITIVE_INFINITY
    let last = Number.NEGATIVE_INFINITY
    for (const talk of talks) {
      const slot = this.slot[talk]!
      if (slot === -1) continue
      const date = dateOf[dayOf[slot]!]!
      if (date < first) first = date
      if (date > last) last = date
    }
    return last - first > 1 ? (last - first - 1) * makespanPrice : 0
  }

  #tellTime(talk: number, from: number, to: number): void {
    const { timePairs, slots } = this.instance
    const { time } = this
    const width = time.length
    const first = (talk * slots + from) * width
    const second = (talk * slots + to) * width
    if (from === -1) for (let k = 0; k < width; k++) time[k]! += timePairs[second + k]!
    else if (to === -1) for (let k = 0; k < width; k++) time[k]! -= timePairs[first + k]!
    else for (let k = 0; k < width; k++) time[k]! += timePairs[second + k]! - timePairs[first + k]!
  }

  /** Popularity: a talk that fewer like, in the bigger room. `from` and `to` are rooms, -1 for nowhere. */
  #tellRooms(talk: number, from: number, to: number): void {
    const { talks, rooms, seats, favourites, minutes, popularPrice } = this.instance
    for (let room = 0; room < rooms; room++) {
      const own = seats[room]!
      this.#below[room] = (to !== -1 && own > seats[to]! ? 1 : 0) - (from !== -1 && own > seats[from]! ? 1 : 0)
      this.#above[room] = (to !== -1 && own < seats[to]! ? 1 : 0) - (from !== -1 && own < seats[from]! ? 1 : 0)
    }
    const liking = favourites[talk]!
    for (let other = 0; other < talks; other++) {
      const liked = favourites[other]!
      if (liked === liking || other === talk) continue
      const change = liked < liking ? this.#below : this.#above
      const price = popularPrice * (minutes[talk]! + minutes[other]!)
      const row = other * rooms
      for (let room = 0; room < rooms; room++) this.popular[row + room]! += price * change[room]!
    }
  }

  #tellStable(talk: number, slot: number, room: number, sign: number): void {
    const { talks, rooms, days, stability, dayOf, relatives } = this.instance
    const day = dayOf[slot]!
    for (let at = relatives.start[talk]!, end = relatives.start[talk + 1]!; at < end; at++) {
      const other = relatives.items[at]!
      const price = sign * stability[talk * talks + other]!
      const row = (other * days + day) * rooms
      for (let r = 0; r < rooms; r++) if (r !== room) this.stable[row + r]! += price
    }
  }
}
