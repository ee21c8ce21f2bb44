import { type Lists, toLists } from '../../lists.ts'
import type { Group } from '../terms.ts'

const kinds = ['lone', 'even', 'span'] as const
const even = 1

/**
 * What groups cost by the days their sessions stand on. For every session and day it keeps what standing there would add, so that a move
 * is priced by two look-ups; whoever moves tells the others of its groups.
 */
export class DayCosts {
  readonly #days: number
  readonly #kind: Uint8Array
  readonly #weight: Int32Array
  readonly #limit: Int32Array
  readonly #groupsOf: Lists
  readonly #members: Lists
  /** groups × days: members that stand there. */
  readonly #count: Int32Array
  /** sessions × days: what the session adds by standing there, itself left out wherever it stands now. */
  readonly #price: Int32Array
  readonly #day: Int32Array
  readonly #leeway: Float64Array
  cost = 0

  constructor(sessions: number, days: number, groups: readonly Group[]) {
    const own = groups.filter(({ kind }) => (kinds as readonly string[]).includes(kind))
    this.#days = days
    this.#kind = Uint8Array.from(own, ({ kind }) => (kinds as readonly string[]).indexOf(kind))
    this.#weight = Int32Array.from(own, ({ weight }) => weight)
    this.#limit = Int32Array.from(own, ({ limit }) => limit ?? 0)
    const groupsOf = Array.from({ length: sessions }, (): number[] => [])
    own.forEach((group, g) => {
      for (const session of group.sessions) groupsOf[session]!.push(g)
    })
    this.#groupsOf = toLists(groupsOf)
    this.#members = toLists(own.map((group) => group.sessions))
    this.#count = new Int32Array(own.length * days)
    this.#price = new Int32Array(sessions * days)
    this.#day = new Int32Array(sessions).fill(-1)
    // Four prices of a group come into a swap, each at most its weight, or for a span its weight a day.
    const most = own.map(({ kind, weight }) => 4 * weight * (kind === 'span' ? days : 1))
    this.#leeway = Float64Array.from(groupsOf, (list) => list.reduce((sum, g) => sum + most[g]!, 0))
    for (let session = 0; session < sessions; session++) {
      for (const g of groupsOf[session]!)
        for (let day = 0; day < days; day++) this.#price[session * days + day]! += this.#adds(g, session, day)
    }
  }

  stateDigest(): string {
    return `${this.#count.join()}/${this.#price.join()}`
  }

  /** What `session` adds by standing on `day` beside all others. */
  price(session: number, day: number): number {
    return this.#price[session * this.#days + day]!
  }

  /** What it would change for two standing sessions to take each other's days, were no group of both. */
  roughSwapDelta(a: number, b: number): number {
    const day = this.#day[a]!
    const other = this.#day[b]!
    return this.price(a, other) - this.price(a, day) + this.price(b, day) - this.price(b, other)
  }

  /** The most by which groups of both can make a swap cheaper than the rough answer. */
  leeway(a: number, b: number): number {
    const one = this.#leeway[a]!
    const two = this.#leeway[b]!
    return one < two ? one : two
  }

  /** What it changes for two standing sessions to take each other's days. */
  swapDelta(a: number, b: number): number {
    const day = this.#day[a]!
    const other = this.#day[b]!
    if (day === other) return 0
    let delta = this.roughSwapDelta(a, b)
    const { start, items } = this.#groupsOf
    let i = start[a]!
    let k = start[b]!
    const end = start[a + 1]!
    const until = start[b + 1]!
    // A group of both stays as it is; each was priced as if the other stayed.
    while (i < end && k < until) {
      const g = items[i]!
      const h = items[k]!
      if (g === h) {
        delta -= this.#adds(g, a, other) - this.#adds(g, a, day) + this.#adds(g, b, day) - this.#adds(g, b, other)
        i++
        k++
      } else if (g < h) i++
      else k++
    }
    return delta
  }

  enter(session: number, day: number): void {
    this.cost += this.price(session, day)
    this.#day[session] = day
    this.#step(session, -1, day)
  }

  leave(session: number): void {
    const day = this.#day[session]!
    this.#step(session, day, -1)
    this.#day[session] = -1
    this.cost -= this.price(session, day)
  }

  move(session: number, toDay: number): void {
    const day = this.#day[session]!
    this.cost += this.price(session, toDay) - this.price(session, day)
    this.#day[session] = toDay
    this.#step(session, day, toDay)
  }

  /** Counts `session` out of one day and in on another (-1: none), and tells the others of its groups what that changes for them. */
  #step(session: number, day: number, toDay: number): void {
    const { start, items } = this.#groupsOf
    for (let k = start[session]!, end = start[session + 1]!; k < end; k++) {
      const group = items[k]!
      if (this.#kind[group]! > even) this.#tellSpan(group, session, day, toDay)
      else {
        if (day !== -1) this.#tell(group, session, day, -1)
        if (toDay !== -1) this.#tell(group, session, toDay, 1)
      }
    }
  }

  #tell(group: number, session: number, day: number, step: number): void {
    const days = this.#days
    const at = group * days + day
    const held = this.#count[at]!
    this.#count[at] = held + step
    const elsewhere = this.#oneMore(group, held + step) - this.#oneMore(group, held)
    const here = this.#oneMore(group, held - 1 + step) - this.#oneMore(group, held - 1)
    if (elsewhere === 0 && here === 0) return
    const { start, items } = this.#members
    for (let k = start[group]!, end = start[group + 1]!; k < end; k++) {
      const member = items[k]!
      if (member !== session) this.#price[member * days + day]! += this.#day[member] === day ? here : elsewhere
    }
  }

  #tellSpan(group: number, session: number, day: number, toDay: number): void {
    for (const sign of [-1, 1]) {
      const { start, items } = this.#members
      for (let k = start[group]!, end = start[group + 1]!; k < end; k++) {
        const member = items[k]!
        if (member === session) continue
        for (let other = 0; other < this.#days; other++)
          this.#price[member * this.#days + other]! += sign * this.#adds(group, member, other)
      }
      if (sign > 0) return
      if (day !== -1) this.#count[group * this.#days + day]!--
      if (toDay !== -1) this.#count[group * this.#days + toDay]!++
    }
  }

  /** What one more session costs on a day with `held` of the group. */
  #oneMore(group: number, held: number): number {
    const weight = this.#weight[group]!
    if (this.#kind[group] === even) return held >= this.#limit[group]! ? weight : 0
    return held === 0 ? weight : held === 1 ? -weight : 0
  }

  /** What `session` adds to the cost of the group by standing on `day`. */
  #adds(group: number, session: number, day: number): number {
    const own = this.#day[session]!
    if (this.#kind[group]! <= even)
      return this.#oneMore(group, this.#count[group * this.#days + day]! - (own === day ? 1 : 0))
    let first = -1
    let last = -1
    for (let other = 0; other < this.#days; other++) {
      if (this.#count[group * this.#days + other]! === (own === other ? 1 : 0)) continue
      if (first === -1) first = other
      last = other
    }
    if (first === -1) return 0
    return this.#weight[group]! * (day < first ? first - day : day > last ? day - last : 0)
  }
}
