import { type Lists, toLists } from '../lists.ts'
import type { Instance } from './instance.ts'
import type { Group } from './terms.ts'

const kinds = ['rooms', 'even', 'lone', 'span', 'run'] as const
/** Minutes between two sessions that still count as in a row. */
const rowGap = 15

/** Counts what groups of sessions cost: their rooms, their days and their sequence. */
export class GroupCosts {
  readonly #instance: Instance
  readonly #groups: readonly Group[]
  readonly #kind: Uint8Array
  readonly #weight: Int32Array
  readonly #limit: Int32Array
  /** Groups of each session that look at rooms and days, and those that look at the sequence. */
  readonly #dayGroups: Lists
  readonly #roomGroups: Lists
  readonly #runGroups: Lists
  /** groups × days: members that stand there. */
  readonly #perDay: Int32Array
  /** For the groups of kind `rooms`: row × days × rooms, and how many rooms each row uses per day. */
  readonly #roomRow: Int32Array
  readonly #perRoom: Uint16Array
  readonly #minute: Int32Array
  /** Members of one group in the order they run, while its runs are counted. */
  readonly #sequence: Int32Array
  /** 1 for the sessions whose moves can change anything here. */
  readonly concerned: Uint8Array
  /** Cost of all groups as they stand. */
  cost = 0

  constructor(instance: Instance, groups: readonly Group[]) {
    this.#instance = instance
    this.#groups = groups
    this.#kind = Uint8Array.from(groups, (group) => kinds.indexOf(group.kind))
    this.#weight = Int32Array.from(groups, (group) => group.weight)
    this.#limit = Int32Array.from(groups, (group) => group.limit ?? 0)
    const lists = [0, 1, 2].map(() => Array.from({ length: instance.sessions }, (): number[] => []))
    groups.forEach((group, g) => {
      const list = lists[group.kind === 'rooms' ? 1 : group.kind === 'run' ? 2 : 0]!
      for (const session of group.sessions) list[session]!.push(g)
    })
    this.#dayGroups = toLists(lists[0]!)
    this.#roomGroups = toLists(lists[1]!)
    this.#runGroups = toLists(lists[2]!)
    this.#perDay = new Int32Array(groups.length * instance.days)
    this.#roomRow = new Int32Array(groups.length)
    let rows = 0
    groups.forEach((group, g) => {
      if (group.kind === 'rooms') this.#roomRow[g] = rows++
    })
    this.#perRoom = new Uint16Array(rows * instance.days * instance.rooms)
    this.#minute = new Int32Array(instance.sessions).fill(-1)
    this.#sequence = new Int32Array(
      groups.reduce((most, group) => Math.max(most, group.kind === 'run' ? group.sessions.length : 0), 0),
    )
    this.concerned = new Uint8Array(instance.sessions)
    for (const { sessions } of groups) for (const session of sessions) this.concerned[session] = 1
  }

  /** Everything counted, as text. */
  stateDigest(): string {
    return `${this.#perDay.join()}/${this.#perRoom.join()}/${this.#minute.join()}`
  }

  enter(session: number, position: number, room: number): void {
    this.#count(session, position, room, 1)
  }

  /** What a session outside would add there. */
  trial(session: number, position: number, room: number): number {
    const before = this.cost
    this.enter(session, position, room)
    const added = this.cost - before
    this.leave(session, position, room)
    return added
  }

  leave(session: number, position: number, room: number): void {
    this.#count(session, position, room, -1)
  }

  /** Moves a session; changes that cancel out are not looked at. */
  move(session: number, position: number, room: number, toPosition: number, toRoom: number): void {
    if (this.concerned[session] === 0) return
    const { dayOf, startOf, days } = this.#instance
    const day = dayOf[position]!
    const toDay = dayOf[toPosition]!
    if (day !== toDay) {
      const { start, items } = this.#dayGroups
      for (let k = start[session]!, end = start[session + 1]!; k < end; k++) {
        const group = items[k]!
        const row = group * days
        if (this.#kind[group] === 2) {
          // The lone session is by far the most frequent group: every attendee has one.
          const before = --this.#perDay[row + day]!
          const after = ++this.#perDay[row + toDay]!
          const change = (before === 1 ? 1 : before === 0 ? -1 : 0) + (after === 1 ? 1 : after === 2 ? -1 : 0)
          this.cost += change * this.#weight[group]!
          continue
        }
        this.cost -= this.#dayCost(group)
        this.#perDay[row + day]!--
        this.#perDay[row + toDay]!++
        this.cost += this.#dayCost(group)
      }
    }
    if (day !== toDay || room !== toRoom) {
      this.#countRoom(session, day, room, -1)
      this.#countRoom(session, toDay, toRoom, 1)
    }
    if (position !== toPosition) this.#setMinute(session, startOf[toPosition]!)
  }

  #count(session: number, position: number, room: number, step: number): void {
    const { dayOf, startOf, days } = this.#instance
    const day = dayOf[position]!
    const { start, items } = this.#dayGroups
    for (let k = start[session]!, end = start[session + 1]!; k < end; k++) {
      const group = items[k]!
      this.cost -= this.#dayCost(group)
      this.#perDay[group * days + day]! += step
      this.cost += this.#dayCost(group)
    }
    this.#countRoom(session, day, room, step)
    this.#setMinute(session, step > 0 ? startOf[position]! : -1)
  }

  #countRoom(session: number, day: number, room: number, step: number): void {
    const { days, rooms } = this.#instance
    const { start, items } = this.#roomGroups
    for (let k = start[session]!, end = start[session + 1]!; k < end; k++) {
      const group = items[k]!
      const at = (this.#roomRow[group]! * days + day) * rooms + room
      this.#perRoom[at]! += step
      if (this.#perRoom[at] !== (step > 0 ? 1 : 0)) continue
      this.#perDay[group * days + day]! += step
      const used = this.#perDay[group * days + day]!
      if (step > 0 ? used > 1 : used > 0) this.cost += step * this.#weight[group]!
    }
  }

  #setMinute(session: number, minute: number): void {
    const { start, items } = this.#runGroups
    const first = start[session]!
    const end = start[session + 1]!
    for (let k = first; k < end; k++) this.cost -= this.#runCost(items[k]!)
    this.#minute[session] = minute
    for (let k = first; k < end; k++) this.cost += this.#runCost(items[k]!)
  }

  #dayCost(group: number): number {
    const { days } = this.#instance
    const row = group * days
    const kind = this.#kind[group]
    let cost = 0
    let first = -1
    let last = -1
    let used = 0
    for (let day = 0; day < days; day++) {
      const held = this.#perDay[row + day]!
      if (held === 0) continue
      if (first === -1) first = day
      last = day
      used++
      if (kind === 1) cost += Math.max(0, held - this.#limit[group]!)
      else if (kind === 2 && held === 1) cost++
    }
    if (kind === 3 && used > 0) cost = last - first
    return cost * this.#weight[group]!
  }

  #runCost(group: number): number {
    const { length } = this.#instance
    const { sessions } = this.#groups[group]!
    const sorted = this.#sequence
    let count = 0
    for (const session of sessions) {
      const minute = this.#minute[session]!
      if (minute < 0) continue
      let at = count++
      while (at > 0 && this.#minute[sorted[at - 1]!]! > minute) {
        sorted[at] = sorted[at - 1]!
        at--
      }
      sorted[at] = session
    }
    let run = 0
    let end = Number.NEGATIVE_INFINITY
    let cost = 0
    for (let i = 0; i < count; i++) {
      const session = sorted[i]!
      const begin = this.#minute[session]!
      run = begin - end <= rowGap ? run + 1 : 1
      if (run > this.#limit[group]!) cost++
      end = begin + length[session]!
    }
    return cost * this.#weight[group]!
  }
}
