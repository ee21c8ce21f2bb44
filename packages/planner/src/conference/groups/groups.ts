import type { Instance } from '../instance.ts'
import type { Group } from '../terms.ts'
import { DayCosts } from './day-costs.ts'
import { RoomCosts } from './room-costs.ts'
import { RunCosts } from './run-costs.ts'

/** Counts what groups of sessions cost: their days, their rooms and their sequence. Groups that run in parallel are not counted here. */
export class GroupCosts {
  readonly #dayOf: Int32Array
  readonly #startOf: Int32Array
  readonly #byDay: DayCosts
  readonly #byRoom: RoomCosts
  readonly #byRun: RunCosts
  /** 1 for the sessions whose moves can change anything here. */
  readonly concerned: Uint8Array
  readonly #work: Float64Array

  constructor(instance: Instance, groups: readonly Group[]) {
    const { sessions, days, rooms, length } = instance
    this.#dayOf = instance.dayOf
    this.#startOf = instance.startOf
    this.#byDay = new DayCosts(sessions, days, groups)
    this.#byRoom = new RoomCosts(sessions, days, rooms, groups)
    this.#byRun = new RunCosts(length, groups)
    this.concerned = new Uint8Array(sessions)
    this.#work = new Float64Array(sessions)
    for (const group of groups)
      for (const session of group.sessions) this.#work[session]! += 8 + 0.8 * group.sessions.length
    for (const group of groups)
      if (group.kind !== 'parallel') for (const session of group.sessions) this.concerned[session] = 1
  }

  /** Work of moving `session`, in the units of `Limits`. */
  workOf(session: number): number {
    return this.#work[session]!
  }

  /** Cost of all groups as they stand. */
  get cost(): number {
    return this.#byDay.cost + this.#byRoom.cost + this.#byRun.cost
  }

  /** Everything counted, as text. */
  stateDigest(): string {
    return `${this.#byDay.stateDigest()}/${this.#byRoom.stateDigest()}/${this.#byRun.stateDigest()}`
  }

  enter(session: number, position: number, room: number): void {
    if (this.concerned[session] === 0) return
    const day = this.#dayOf[position]!
    this.#byDay.enter(session, day)
    this.#byRoom.step(session, day, room, 1)
    this.#byRun.set(session, this.#startOf[position]!)
  }

  leave(session: number, position: number, room: number): void {
    if (this.concerned[session] === 0) return
    this.#byRun.set(session, -1)
    this.#byRoom.step(session, this.#dayOf[position]!, room, -1)
    this.#byDay.leave(session)
  }

  /** What a session outside would add there. */
  trial(session: number, position: number, room: number): number {
    const before = this.cost
    this.enter(session, position, room)
    const added = this.cost - before
    this.leave(session, position, room)
    return added
  }

  move(session: number, position: number, room: number, toPosition: number, toRoom: number): void {
    if (this.concerned[session] === 0) return
    const day = this.#dayOf[position]!
    const toDay = this.#dayOf[toPosition]!
    if (day !== toDay) this.#byDay.move(session, toDay)
    if (day !== toDay || room !== toRoom) {
      this.#byRoom.step(session, day, room, -1)
      this.#byRoom.step(session, toDay, toRoom, 1)
    }
    if (position !== toPosition) this.#byRun.set(session, this.#startOf[toPosition]!)
  }

  /** What `move` would change; some number above `most`, not exact, when it is above that. */
  moveDelta(session: number, position: number, room: number, toPosition: number, toRoom: number, most: number): number {
    if (this.concerned[session] === 0) return 0
    const day = this.#dayOf[position]!
    const toDay = this.#dayOf[toPosition]!
    let delta = this.#byRoom.delta(session, day, room, toDay, toRoom, -1)
    if (day !== toDay) delta += this.#byDay.price(session, toDay) - this.#byDay.price(session, day)
    if (position === toPosition || !this.#byRun.concerns(session)) return delta
    const least = delta - this.#byRun.costOf(session)
    if (least > most) return least
    return delta + this.#byRun.delta(session, this.#startOf[toPosition]!, -1, -1)
  }

  /** What it changes for two sessions to take each other's places; some number above `most`, not exact, when it is above that. */
  swapDelta(
    a: number,
    position: number,
    room: number,
    b: number,
    positionB: number,
    roomB: number,
    most: number,
  ): number {
    const day = this.#dayOf[position]!
    const dayB = this.#dayOf[positionB]!
    const byRoom = this.#byRoom.delta(a, day, room, dayB, roomB, b) + this.#byRoom.delta(b, dayB, roomB, day, room, a)
    const runs = position !== positionB && (this.#byRun.concerns(a) || this.#byRun.concerns(b))
    const saved = runs ? this.#byRun.costOf(a) + this.#byRun.costOf(b) : 0
    let delta = byRoom
    if (day !== dayB) {
      const least = byRoom + this.#byDay.roughSwapDelta(a, b) - this.#byDay.leeway(a, b) - saved
      if (least > most) return least
      delta += this.#byDay.swapDelta(a, b)
    }
    if (!runs) return delta
    if (delta - saved > most) return delta - saved
    return delta + this.#byRun.delta(a, this.#startOf[positionB]!, b, this.#startOf[position]!)
  }
}
