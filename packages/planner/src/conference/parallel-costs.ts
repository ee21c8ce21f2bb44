import { type Lists, toLists } from '../lists.ts'
import type { Instance } from './instance.ts'
import type { Group } from './terms.ts'

/**
 * What sessions of one level, language or topic cost when they run at the same time. Every group keeps, for each length and
 * start, what the members that would be met there cost: nearly all sessions share something, and lists of pairs would be as large as
 * their square.
 */
export class ParallelCosts {
  readonly #instance: Instance
  readonly #groupsOf: Lists
  readonly #weight: Int32Array
  /** Sum of the weights of each session's groups. */
  readonly #own: Int32Array
  readonly #lengthClass: Int32Array
  /** Ticks of each class. */
  readonly #lengths: Int32Array
  /** classes × groups × positions. */
  readonly #cost: Int32Array
  readonly #groups: number
  readonly #positions: number

  constructor(instance: Instance, groups: readonly Group[]) {
    const own = groups.filter(({ kind }) => kind === 'parallel')
    const groupsOf = Array.from({ length: instance.sessions }, (): number[] => [])
    own.forEach((group, g) => {
      for (const session of group.sessions) groupsOf[session]!.push(g)
    })
    const lengths = own.length === 0 ? [] : [...new Set(instance.lengthTicks)].sort((a, b) => a - b)
    this.#instance = instance
    this.#groups = own.length
    this.#positions = instance.positions
    this.#groupsOf = toLists(groupsOf)
    this.#weight = Int32Array.from(own, ({ weight }) => weight)
    this.#own = Int32Array.from(groupsOf, (list) => list.reduce((sum, g) => sum + own[g]!.weight, 0))
    this.#lengths = Int32Array.from(lengths)
    this.#lengthClass = instance.lengthTicks.map((ticks) => lengths.indexOf(ticks))
    this.#cost = new Int32Array(lengths.length * own.length * instance.positions)
  }

  stateDigest(): string {
    return this.#cost.join()
  }

  /** What `session` costs at `position` with all that it meets there, itself included when it stands there (see `own`). */
  price(session: number, position: number): number {
    const { start, items } = this.#groupsOf
    const { positions } = this.#instance
    const row = this.#lengthClass[session]! * this.#groups
    let cost = 0
    for (let k = start[session]!, end = start[session + 1]!; k < end; k++)
      cost += this.#cost[(row + items[k]!) * positions + position]!
    return cost
  }

  /** The difference between two of its prices. */
  delta(session: number, from: number, to: number): number {
    const { start, items } = this.#groupsOf
    const cost = this.#cost
    const positions = this.#positions
    const row = this.#lengthClass[session]! * this.#groups
    let delta = 0
    for (let k = start[session]!, end = start[session + 1]!; k < end; k++) {
      const at = (row + items[k]!) * positions
      delta += cost[at + to]! - cost[at + from]!
    }
    return delta
  }

  /** How many groups `session` is in. */
  groupsOf(session: number): number {
    return this.#groupsOf.start[session + 1]! - this.#groupsOf.start[session]!
  }

  /** What `session` would cost with itself. */
  own(session: number): number {
    return this.#own[session]!
  }

  /** What two sessions cost when they meet. */
  between(a: number, b: number): number {
    const { start, items } = this.#groupsOf
    let cost = 0
    for (let i = start[a]!, end = start[a + 1]!; i < end; i++)
      for (let k = start[b]!, until = start[b + 1]!; k < until; k++)
        if (items[i] === items[k]) cost += this.#weight[items[i]!]!
    return cost
  }

  /** Counts `session` in (1) or out (-1). */
  step(session: number, position: number, sign: number): void {
    const { start, items } = this.#groupsOf
    const { positions, startTick, lengthTicks, positionFrom, ticks } = this.#instance
    const first = start[session]!
    const end = start[session + 1]!
    if (first === end) return
    const tick = startTick[position]!
    const last = positionFrom[Math.min(ticks, tick + lengthTicks[session]!)]!
    for (let lengthClass = 0; lengthClass < this.#lengths.length; lengthClass++) {
      const from = positionFrom[Math.max(0, tick - this.#lengths[lengthClass]! + 1)]!
      for (let k = first; k < end; k++) {
        const weight = sign * this.#weight[items[k]!]!
        const row = (lengthClass * this.#groups + items[k]!) * positions
        for (let at = from; at < last; at++) this.#cost[row + at]! += weight
      }
    }
  }
}
