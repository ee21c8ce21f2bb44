import type { Landscape } from '../search/landscape.ts'
import type { Random } from '../search/random.ts'
import { Exchange } from './exchange.ts'
import { Relay } from './relay.ts'
import type { Timetable } from './timetable.ts'

/**
 * Most events an exchange moves, by kind of move. Pairs are cheap and mostly allowed, long chains dear and mostly not,
 * but only they lead from some parts of the search space to others. Beyond ten hardly any chain is allowed. The kind
 * after these is the relay.
 */
const chainLimits = [1, 2, 4, 10] as const

/** Feasible timetables and the moves between them. Events without a place stay out. */
export class EnrolmentLandscape implements Landscape {
  readonly bound = 0
  readonly kinds = chainLimits.length + 1
  evaluated = 0
  accepted = 0
  worse = 0
  worseAccepted = 0
  readonly #timetable: Timetable
  readonly #random: Random
  readonly #exchange: Exchange
  readonly #relay: Relay
  readonly #placed: Int32Array
  readonly #bestSlot: Int16Array
  readonly #bestRoom: Int16Array

  constructor(timetable: Timetable, random: Random) {
    this.#timetable = timetable
    this.#random = random
    this.#exchange = new Exchange(timetable, random, Math.max(...chainLimits))
    this.#relay = new Relay(timetable, random)
    this.#placed = Int32Array.from(timetable.slot.keys()).filter((event) => timetable.slot[event] !== -1)
    this.#bestSlot = timetable.slot.slice()
    this.#bestRoom = timetable.room.slice()
  }

  get cost(): number {
    return this.#timetable.cost
  }

  get work(): number {
    return this.#exchange.work + this.#relay.work
  }

  step(kind: number, threshold: number): void {
    const event = this.#placed[this.#random.below(this.#placed.length)]!
    const relay = kind === chainLimits.length
    const delta = relay ? this.#relay.propose(event) : this.#exchange.propose(event, chainLimits[kind]!)
    if (Number.isNaN(delta)) return
    this.evaluated++
    if (delta > 0) this.worse++
    if (delta > threshold || !(relay ? this.#relay.make() : this.#exchange.make())) return
    if (delta > 0) this.worseAccepted++
    if (delta !== 0) this.accepted++
    this.#timetable.cost += delta
  }

  keep(): void {
    this.#bestSlot.set(this.#timetable.slot)
    this.#bestRoom.set(this.#timetable.room)
  }

  recall(): void {
    const timetable = this.#timetable
    for (const event of this.#placed) timetable.remove(event)
    for (const event of this.#placed) timetable.place(event, this.#bestSlot[event]!, this.#bestRoom[event]!)
  }
}
