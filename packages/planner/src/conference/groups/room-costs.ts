import { type Lists, toLists } from '../../lists.ts'
import type { Group } from '../terms.ts'

/** What groups cost by the rooms they use on a day: every one beyond the first. */
export class RoomCosts {
  readonly #days: number
  readonly #rooms: number
  readonly #weight: Int32Array
  readonly #groupsOf: Lists
  /** groups × days: rooms in use; groups × days × rooms: members that stand there. */
  readonly #used: Int32Array
  readonly #count: Uint16Array
  cost = 0

  constructor(sessions: number, days: number, rooms: number, groups: readonly Group[]) {
    const own = groups.filter(({ kind }) => kind === 'rooms')
    this.#days = days
    this.#rooms = rooms
    this.#weight = Int32Array.from(own, ({ weight }) => weight)
    const groupsOf = Array.from({ length: sessions }, (): number[] => [])
    own.forEach((group, g) => {
      for (const session of group.sessions) groupsOf[session]!.push(g)
    })
    this.#groupsOf = toLists(groupsOf)
    this.#used = new Int32Array(own.length * days)
    this.#count = new Uint16Array(own.length * days * rooms)
  }

  stateDigest(): string {
    return `${this.#used.join()}/${this.#count.join()}`
  }

  /** What it changes for `session` to go elsewhere, the groups it shares with `except` (-1: none) left out. */
  delta(session: number, day: number, room: number, toDay: number, toRoom: number, except: number): number {
    if (day === toDay && room === toRoom) return 0
    const { start, items } = this.#groupsOf
    let delta = 0
    for (let k = start[session]!, end = start[session + 1]!; k < end; k++) {
      const group = items[k]!
      if (except !== -1 && this.#has(except, group)) continue
      const row = group * this.#days
      let used = this.#used[row + day]!
      let change = 0
      if (this.#count[(row + day) * this.#rooms + room] === 1) {
        if (used > 1) change--
        used--
      }
      if (this.#count[(row + toDay) * this.#rooms + toRoom] === 0) {
        if ((day === toDay ? used : this.#used[row + toDay]!) > 0) change++
      }
      delta += change * this.#weight[group]!
    }
    return delta
  }

  #has(session: number, group: number): boolean {
    const { start, items } = this.#groupsOf
    for (let k = start[session]!, end = start[session + 1]!; k < end; k++) if (items[k] === group) return true
    return false
  }

  /** Counts `session` in (1) or out (-1). */
  step(session: number, day: number, room: number, step: number): void {
    const { start, items } = this.#groupsOf
    for (let k = start[session]!, end = start[session + 1]!; k < end; k++) {
      const row = items[k]! * this.#days + day
      const at = row * this.#rooms + room
      this.#count[at]! += step
      if (this.#count[at] !== (step > 0 ? 1 : 0)) continue
      this.#used[row]! += step
      if (this.#used[row]! > (step > 0 ? 1 : 0)) this.cost += step * this.#weight[items[k]!]!
    }
  }
}
