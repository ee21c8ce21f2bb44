import { type Lists, toLists } from '../../lists.ts'
import type { Group } from '../terms.ts'

/** Minutes between two sessions that still count as in a row. */
const rowGap = 15

/** What groups cost by sessions in a row: every one beyond what can be borne. Few people have so many; they are counted anew each time. */
export class RunCosts {
  readonly #length: Int32Array
  readonly #groups: readonly Group[]
  readonly #groupsOf: Lists
  readonly #groupCost: Int32Array
  readonly #minute: Int32Array
  /** Members of one group in the order they run, while they are counted. */
  readonly #sequence: Int32Array
  cost = 0

  constructor(length: Int32Array, groups: readonly Group[]) {
    this.#length = length
    this.#groups = groups.filter(({ kind }) => kind === 'run')
    const groupsOf = Array.from(length, (): number[] => [])
    this.#groups.forEach((group, g) => {
      for (const session of group.sessions) groupsOf[session]!.push(g)
    })
    this.#groupsOf = toLists(groupsOf)
    this.#groupCost = new Int32Array(this.#groups.length)
    this.#minute = new Int32Array(length.length).fill(-1)
    this.#sequence = new Int32Array(this.#groups.reduce((most, { sessions }) => Math.max(most, sessions.length), 0))
  }

  stateDigest(): string {
    return `${this.#groupCost.join()}/${this.#minute.join()}`
  }

  /** What the groups of `session` cost now: the most that a move of it can save. */
  costOf(session: number): number {
    const { start, items } = this.#groupsOf
    let cost = 0
    for (let k = start[session]!, end = start[session + 1]!; k < end; k++) cost += this.#groupCost[items[k]!]!
    return cost
  }

  /** Whether `session` is in any of the groups. */
  concerns(session: number): boolean {
    return this.#groupsOf.start[session] !== this.#groupsOf.start[session + 1]
  }

  /** What it changes for one session, or for two at once (`b` -1: only one), to begin at other minutes. */
  delta(a: number, minuteA: number, b: number, minuteB: number): number {
    const heldA = this.#minute[a]!
    const heldB = b === -1 ? -1 : this.#minute[b]!
    this.#minute[a] = minuteA
    if (b !== -1) this.#minute[b] = minuteB
    const { start, items } = this.#groupsOf
    let delta = 0
    for (let k = start[a]!; k < start[a + 1]!; k++) delta += this.#count(items[k]!) - this.#groupCost[items[k]!]!
    if (b !== -1) {
      for (let k = start[b]!; k < start[b + 1]!; k++)
        if (!this.#has(a, items[k]!)) delta += this.#count(items[k]!) - this.#groupCost[items[k]!]!
      this.#minute[b] = heldB
    }
    this.#minute[a] = heldA
    return delta
  }

  /** Lets `session` begin at `minute`; -1 for not at all. */
  set(session: number, minute: number): void {
    this.#minute[session] = minute
    const { start, items } = this.#groupsOf
    for (let k = start[session]!, end = start[session + 1]!; k < end; k++) {
      const group = items[k]!
      this.cost -= this.#groupCost[group]!
      this.#groupCost[group] = this.#count(group)
      this.cost += this.#groupCost[group]!
    }
  }

  #has(session: number, group: number): boolean {
    const { start, items } = this.#groupsOf
    for (let k = start[session]!, end = start[session + 1]!; k < end; k++) if (items[k] === group) return true
    return false
  }

  #count(group: number): number {
    const { sessions, weight, limit = 0 } = this.#groups[group]!
    const sorted = this.#sequence
    let count = 0
    for (let i = 0; i < sessions.length; i++) {
      const minute = this.#minute[sessions[i]!]!
      if (minute < 0) continue
      let at = count++
      while (at > 0 && this.#minute[sorted[at - 1]!]! > minute) {
        sorted[at] = sorted[at - 1]!
        at--
      }
      sorted[at] = sessions[i]!
    }
    let run = 0
    let end = Number.NEGATIVE_INFINITY
    let over = 0
    for (let i = 0; i < count; i++) {
      const begin = this.#minute[sorted[i]!]!
      run = begin - end <= rowGap ? run + 1 : 1
      if (run > limit) over++
      end = begin + this.#length[sorted[i]!]!
    }
    return over * weight
  }
}
