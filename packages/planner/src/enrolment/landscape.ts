import type { Landscape } from '../search/landscape.ts'
import type { Random } from '../search/random.ts'
import { Exchange } from './exchange.ts'
import { Relay } from './relay.ts'
import type { Timetable } from './timetable.ts'

/**
 * Most events that a chain of an exchange moves, by kind of move. Transfers are cheap and mostly allowed, long chains dear
 * and mostly not, but only they lead from some parts of the search space to others. Beyond ten hardly any chain is
 * allowed. The kind after these is the relay.
 */
const chainLimits = [1, 2, 4, 10] as const

/** Most proposals of one step, until one is allowed: most are not, and are dropped long before a cost is computed. */
const tries = 8

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
    for (let i = 0; i < tries; i++) {
      const event = this.#placed[this.#random.below(this.#placed.length)]!
      const delta = this.#propose(event, kind)
      if (Number.isNaN(delta)) continue
      this.#consider(kind, delta, threshold)
      return
    }
  }

  #propose(event: number, kind: number): number {
    if (kind === chainLimits.length) return this.#relay.propose(event)
    return this.#exchange.propose(event, chainLimits[kind]!)
  }

  /** Makes what was proposed when it costs at most `threshold` and the rooms suffice. */
  #consider(kind: number, delta: number, threshold: number): void {
    this.evaluated++
    if (delta > 0) this.worse++
    if (delta > threshold || !(kind === chainLimits.length ? this.#relay.make() : this.#exchange.make())) return
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
