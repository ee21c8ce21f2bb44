import type { Lists } from '../lists.ts'
import type { Landscape } from '../search/landscape.ts'
import type { Random } from '../search/random.ts'
import type { Programme } from './programme.ts'

/**
 * Programmes that keep every hard rule, and the moves between them: a session goes to another place, or swaps with the
 * one that stands there. The kinds are where it goes: anywhere, another time in its room, another room at its time.
 */
export class ConferenceLandscape implements Landscape {
  readonly bound: number
  readonly kinds = 3
  evaluated = 0
  accepted = 0
  worse = 0
  worseAccepted = 0
  work = 0
  readonly #programme: Programme
  readonly #random: Random
  readonly #movable: Int32Array
  readonly #positionsOf: Lists
  readonly #roomsOf: Lists
  readonly #lengthTicks: Int32Array
  readonly #bestPosition: Int32Array
  readonly #bestRoom: Int32Array

  constructor(programme: Programme, random: Random) {
    this.#programme = programme
    programme.tabulateOverlaps()
    this.#random = random
    const { positionsOf, roomsOf, lengthTicks } = programme.instance
    this.#positionsOf = positionsOf
    this.#roomsOf = roomsOf
    this.#lengthTicks = lengthTicks
    this.#movable = Int32Array.from(programme.position.keys()).filter(
      (session) =>
        programme.position[session] !== -1 &&
        (positionsOf.start[session + 1]! - positionsOf.start[session]! > 1 ||
          roomsOf.start[session + 1]! - roomsOf.start[session]! > 1),
    )
    this.bound = this.#movable.length > 0 ? 0 : programme.cost
    this.#bestPosition = programme.position.slice()
    this.#bestRoom = programme.room.slice()
  }

  get cost(): number {
    return this.#programme.cost
  }

  step(kind: number, threshold: number): void {
    this.work += 24
    if (this.#movable.length === 0) return
    const programme = this.#programme
    const session = this.#movable[this.#random.below(this.#movable.length)]!
    const here = programme.position[session]!
    const hereRoom = programme.room[session]!
    const position = kind === 2 ? here : this.#anyOf(this.#positionsOf, session)
    const room = kind === 1 ? hereRoom : this.#anyOf(this.#roomsOf, session)
    if (position === here && room === hereRoom) return
    const blocker = programme.blocker(session, position, room)
    if (blocker === -2 || !programme.pairsAllow(session, position, room, blocker)) return
    if (blocker === -1) this.#relocate(session, position, room, threshold)
    else this.#swap(session, blocker, position, threshold)
  }

  #anyOf({ start, items }: Lists, session: number): number {
    const first = start[session]!
    return items[first + this.#random.below(start[session + 1]! - first)]!
  }

  #relocate(session: number, position: number, room: number, threshold: number): void {
    const programme = this.#programme
    const { groups } = programme
    const here = programme.position[session]!
    const hereRoom = programme.room[session]!
    this.evaluated++
    this.work += programme.lookWork(session)
    const price = programme.priceDelta(session, position, room)
    const delta = price + groups.moveDelta(session, here, hereRoom, position, room, threshold - price)
    if (!this.#decide(delta, threshold)) return
    this.work += programme.workOf(session)
    groups.move(session, here, hereRoom, position, room)
    programme.move(session, position, room, price)
  }

  /** `session` takes the place of `other`, which goes where `session` was; each keeps to the start of the other. */
  #swap(session: number, other: number, position: number, threshold: number): void {
    const programme = this.#programme
    const { groups } = programme
    const here = programme.position[session]!
    const hereRoom = programme.room[session]!
    const there = programme.position[other]!
    const thereRoom = programme.room[other]!
    if (position !== there) return
    if (!programme.mayStand(other, here, hereRoom) || !this.#fits(other, here, hereRoom, session)) return
    if (hereRoom === thereRoom && programme.inParallel(session, there, other, here)) return
    if (!this.#pairsAllowSwap(session, other)) return
    this.evaluated++
    this.work += programme.lookWork(session) + programme.lookWork(other)
    const cost = programme.overlapCost(session, other)
    const together = cost === 0 ? 0 : cost * this.#meetings(session, other, here, there)
    const first = programme.priceDelta(session, there, thereRoom)
    const second = programme.priceDelta(other, here, hereRoom)
    const price = first + second + together
    const delta = price + groups.swapDelta(session, here, hereRoom, other, there, thereRoom, threshold - price)
    if (!this.#decide(delta, threshold)) return
    this.work += programme.workOf(session) + programme.workOf(other)
    groups.move(session, here, hereRoom, there, thereRoom)
    groups.move(other, there, thereRoom, here, hereRoom)
    programme.swap(session, other, price)
  }

  /**
   * What the two prices of a swap miss: each counts the other where it was. They meet now and after the swap, or not, and
   * would meet if only one of them went.
   */
  #meetings(session: number, other: number, here: number, there: number): number {
    const programme = this.#programme
    const { length } = programme.instance
    const now = Number(programme.inParallel(session, here, other, there))
    if (length[session] === length[other]) return 2 * now - 2
    return now + Number(programme.inParallel(session, there, other, here)) - 2
  }

  /** Whether `other` finds the ticks it needs where `session` stands free but for `session`. */
  #fits(other: number, position: number, room: number, session: number): boolean {
    // What is no longer needs no more than the other one leaves, unless the room has slots of its own.
    if (!this.#programme.hasSlots && this.#lengthTicks[other]! <= this.#lengthTicks[session]!) return true
    const blocker = this.#programme.blocker(other, position, room)
    return blocker === session || blocker === -1
  }

  /** Pair rules of both after a swap, with each other at their new places. */
  #pairsAllowSwap(session: number, other: number): boolean {
    const programme = this.#programme
    const here = programme.position[session]!
    const hereRoom = programme.room[session]!
    if (!programme.pairsAllow(other, here, hereRoom, session)) return false
    return programme.pairAllowsAt(session, programme.position[other]!, programme.room[other]!, other, here, hereRoom)
  }

  #decide(delta: number, threshold: number): boolean {
    if (delta > 0) this.worse++
    if (delta > threshold) return false
    if (delta > 0) this.worseAccepted++
    if (delta !== 0) this.accepted++
    return true
  }

  keep(): void {
    this.#bestPosition.set(this.#programme.position)
    this.#bestRoom.set(this.#programme.room)
  }

  recall(): void {
    for (const session of this.#movable) this.#programme.remove(session)
    for (const session of this.#movable) {
      this.#programme.place(session, this.#bestPosition[session]!, this.#bestRoom[session]!)
    }
  }
}
