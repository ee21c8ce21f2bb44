import { GroupCosts } from './groups/groups.ts'
import { type Instance, slotAllows } from './instance.ts'
import type { PairRows } from './pair-costs.ts'
import { pairAllows } from './pair-rules.ts'
import { ParallelCosts } from './parallel-costs.ts'
import type { Terms } from './terms.ts'

const free = -1
const closed = -2
/** Entries of a table that still is a faster look-up than what it is made of. */
const mostEntries = 2_250_000

/** A programme that is kept consistent session by session, with its cost and what every move would change. */
export class Programme {
  readonly instance: Instance
  readonly terms: Terms
  /** Position and room of each session, -1 when unplaced. */
  readonly position: Int32Array
  readonly room: Int32Array
  /** rooms × ticks: the session there, -1 free, -2 closed. */
  readonly occupant: Int32Array
  readonly groups: GroupCosts
  /** Whether any room has slots of its own. */
  readonly hasSlots: boolean
  readonly #parallel: ParallelCosts
  readonly #partners: PairRows
  /** positions × sessions: what the session's partners would cost it there. */
  readonly #clash: Int32Array
  /** sessions × sessions: the same costs again where the table is small enough to be the faster look-up. */
  #dense: Int32Array | undefined
  /** sessions × positions × rooms: what each costs by itself, where this table is small enough. */
  readonly #own: Int32Array | undefined
  readonly #anyParallel: boolean
  readonly #lookWork: Int32Array
  readonly #sessions: number
  readonly #positions: number
  readonly #rooms: number
  #standing = 0

  constructor(instance: Instance, terms: Terms) {
    this.instance = instance
    this.terms = terms
    this.#sessions = instance.sessions
    this.#positions = instance.positions
    this.#rooms = instance.rooms
    this.position = new Int32Array(instance.sessions).fill(-1)
    this.room = new Int32Array(instance.sessions).fill(-1)
    // Days that lie months apart make this millions of ticks.
    this.occupant = new Int32Array(instance.closed.length).fill(free)
    for (let tick = 0; tick < instance.closed.length; tick++)
      if (instance.closed[tick] === 1) this.occupant[tick] = closed
    this.groups = new GroupCosts(instance, terms.groups)
    this.#parallel = new ParallelCosts(instance, terms.groups)
    this.#partners = terms.overlap.rows(instance.sessions)
    this.#anyParallel = terms.groups.some(({ kind }) => kind === 'parallel')
    this.hasSlots = instance.problem.rooms.some(({ slots }) => slots)
    this.#lookWork = Int32Array.from({ length: instance.sessions }, (_, session) => {
      return 14 + 20 * this.#parallel.groupsOf(session) + (this.groups.concerned[session] === 1 ? 32 : 0)
    })
    if (instance.sessions * instance.positions * instance.rooms <= mostEntries) this.#own = this.#allOwnPrices()
    this.#clash = new Int32Array(instance.positions * instance.sessions)
  }

  /** Cost of the programme: whole numbers, exact at every moment. */
  get cost(): number {
    return this.#standing + this.groups.cost
  }

  /** Everything counted beside places and occupants, as text: two programmes in the same state have the same. */
  stateDigest(): string {
    return `${this.cost}/${this.#clash.join()}/${this.#parallel.stateDigest()}/${this.groups.stateDigest()}`
  }

  /** Work of pricing `session` at two places, in the units of `Limits`. */
  lookWork(session: number): number {
    return this.#lookWork[session]!
  }

  /** Work of moving `session`. */
  workOf(session: number): number {
    const { start } = this.#partners
    return 40 + 3 * (start[session + 1]! - start[session]!) + this.groups.workOf(session)
  }

  /** Puts an unplaced session where nothing else stands; whether rules allow it there is for the caller to ask. */
  place(session: number, position: number, room: number): void {
    this.#standing += this.price(session, position, room)
    this.#set(session, position, room)
    this.groups.enter(session, position, room)
  }

  /** Takes a placed session out. */
  remove(session: number): void {
    const position = this.position[session]!
    const room = this.room[session]!
    this.#clear(session)
    this.#standing -= this.price(session, position, room)
    this.groups.leave(session, position, room)
  }

  /** Cost of `session` there beside all that stands, its groups left out. */
  price(session: number, position: number, room: number): number {
    return (
      this.#ownPrice(session, position, room) +
      this.#clash[position * this.#sessions + session]! +
      this.#parallelPrice(session, position)
    )
  }

  /** What it changes in its price for a standing session to stand there instead, all others as they are. */
  priceDelta(session: number, position: number, room: number): number {
    const here = this.position[session]!
    let delta = this.#ownPrice(session, position, room) - this.#ownPrice(session, here, this.room[session]!)
    if (here === position) return delta
    delta += this.#clash[position * this.#sessions + session]! - this.#clash[here * this.#sessions + session]!
    if (!this.#anyParallel) return delta
    delta += this.#parallel.delta(session, here, position)
    // Where it stands it is counted as meeting itself, and where it goes too when that overlaps.
    return this.inParallel(session, position, session, here) ? delta : delta + this.#parallel.own(session)
  }

  #ownPrice(session: number, position: number, room: number): number {
    if (this.#own) return this.#own[(session * this.#positions + position) * this.#rooms + room]!
    const { time, room: roomCost, change, homePosition, homeRoom } = this.terms
    const away = position !== homePosition[session] || room !== homeRoom[session]
    return (
      time[session * this.#positions + position]! +
      roomCost[session * this.#rooms + room]! +
      (away ? change[session]! : 0)
    )
  }

  /** The same for all places. */
  #allOwnPrices(): Int32Array {
    const table = new Int32Array(this.#sessions * this.#positions * this.#rooms)
    let at = 0
    for (let session = 0; session < this.#sessions; session++)
      for (let position = 0; position < this.#positions; position++)
        for (let room = 0; room < this.#rooms; room++) table[at++] = this.#ownPrice(session, position, room)
    return table
  }

  #parallelPrice(session: number, position: number): number {
    if (!this.#anyParallel) return 0
    const price = this.#parallel.price(session, position)
    const here = this.position[session]!
    const meetsItself = price !== 0 && here !== -1 && this.inParallel(session, position, session, here)
    return meetsItself ? price - this.#parallel.own(session) : price
  }

  /** Moves a placed session to a place known to be allowed; `delta` is the change of its price. */
  move(session: number, position: number, room: number, delta: number): void {
    this.#occupy(session, free)
    this.#shift(session, position, room)
    this.#occupy(session, session)
    this.#standing += delta
  }

  /** Lets two placed sessions take each other's places, known to be allowed; `delta` is the change of their prices. */
  swap(a: number, b: number, delta: number): void {
    const position = this.position[a]!
    const room = this.room[a]!
    this.#occupy(a, free)
    this.#occupy(b, free)
    this.#shift(a, this.position[b]!, this.room[b]!)
    this.#shift(b, position, room)
    this.#occupy(a, a)
    this.#occupy(b, b)
    this.#standing += delta
  }

  /** Whether `session` is allowed there by itself: time, room, and the room open. */
  mayStand(session: number, position: number, room: number): boolean {
    const { instance } = this
    return (
      instance.positionAllowed[session * instance.positions + position] === 1 &&
      instance.roomAllowed[session * instance.rooms + room] === 1
    )
  }

  /** The one session in the way of `session` there; -1 when there is none, -2 when there are several or the room is closed. */
  blocker(session: number, position: number, room: number): number {
    const { instance, occupant } = this
    if (this.hasSlots && !slotAllows(instance, session, position, room)) return closed
    const first = room * instance.ticks + instance.startTick[position]!
    let found = free
    for (let at = first, end = first + instance.lengthTicks[session]!; at < end; at++) {
      const held = occupant[at]!
      if (held === free || held === found || held === session) continue
      if (held === closed || found !== free) return closed
      found = held
    }
    return found
  }

  /** Whether the pair rules allow `session` there, `except` taken as absent. */
  pairsAllow(session: number, position: number, room: number, except: number): boolean {
    const { instance } = this
    const { pairs, startOf, length } = instance
    const start = startOf[position]!
    for (let at = pairs.start[session]!, end = pairs.start[session + 1]!; at < end; at++) {
      const other = pairs.items[at]!
      const otherPosition = this.position[other]!
      if (otherPosition === -1 || other === except) continue
      const otherStart = startOf[otherPosition]!
      if (!pairAllows(pairs, at, start, length[session]!, room, otherStart, length[other]!, this.room[other]!))
        return false
    }
    return true
  }

  /** Whether the pair rules allow two sessions at two places beside each other. */
  pairAllowsAt(a: number, positionA: number, roomA: number, b: number, positionB: number, roomB: number): boolean {
    const { pairs, startOf, length } = this.instance
    for (let at = pairs.start[a]!, end = pairs.start[a + 1]!; at < end; at++) {
      if (pairs.items[at] !== b) continue
      return pairAllows(pairs, at, startOf[positionA]!, length[a]!, roomA, startOf[positionB]!, length[b]!, roomB)
    }
    return true
  }

  /** Whether two sessions at two positions run at the same time. */
  inParallel(a: number, positionA: number, b: number, positionB: number): boolean {
    const { startOf, length } = this.instance
    const startA = startOf[positionA]!
    const startB = startOf[positionB]!
    return startA < startB + length[b]! && startB < startA + length[a]!
  }

  /** Makes `overlapCost` faster where that costs little memory: for whoever asks it more often than there are pairs. */
  tabulateOverlaps(): void {
    if (this.#sessions ** 2 <= mostEntries) this.#dense ??= this.#allPairs()
  }

  /** What `a` and `b` cost when they run at the same time. */
  overlapCost(a: number, b: number): number {
    return this.#dense
      ? this.#dense[a * this.instance.sessions + b]!
      : this.#partnerPrice(a, b) + this.#parallel.between(a, b)
  }

  /** The same for all pairs. */
  #allPairs(): Int32Array {
    const { sessions } = this.instance
    const { start, items, cost } = this.#partners
    const table = new Int32Array(sessions * sessions)
    for (let a = 0; a < sessions; a++) {
      for (let b = 0; b < sessions; b++) if (a !== b) table[a * sessions + b] = this.#parallel.between(a, b)
      for (let k = start[a]!; k < start[a + 1]!; k++) table[a * sessions + items[k]!]! += cost[k]!
    }
    return table
  }

  #partnerPrice(a: number, b: number): number {
    const { start, items, cost } = this.#partners
    let low = start[a]!
    let high = start[a + 1]!
    while (low < high) {
      const middle = (low + high) >> 1
      if (items[middle]! < b) low = middle + 1
      else high = middle
    }
    return low < start[a + 1]! && items[low] === b ? cost[low]! : 0
  }

  #set(session: number, position: number, room: number): void {
    this.#shift(session, position, room)
    this.#occupy(session, session)
  }

  #clear(session: number): void {
    this.#occupy(session, free)
    this.#shift(session, -1, -1)
  }

  #occupy(session: number, value: number): void {
    const { ticks, startTick, lengthTicks } = this.instance
    const first = this.room[session]! * ticks + startTick[this.position[session]!]!
    for (let at = first, end = first + lengthTicks[session]!; at < end; at++) this.occupant[at] = value
  }

  /** Notes the new place (-1: none) and tells the partners of `session` what it costs them at every position that meets the old and the new one. */
  #shift(session: number, position: number, room: number): void {
    const here = this.position[session]!
    if (here !== position) {
      if (here !== -1) this.#parallel.step(session, here, -1)
      if (position !== -1) this.#parallel.step(session, position, 1)
      this.#tell(session, here, position)
    }
    this.position[session] = position
    this.room[session] = room
  }

  #tell(session: number, here: number, position: number): void {
    const { sessions, startTick, lengthTicks, positionFrom, ticks } = this.instance
    const { start, items, cost } = this.#partners
    const length = lengthTicks[session]!
    const from = here === -1 ? ticks : startTick[here]!
    const until = here === -1 ? 0 : positionFrom[Math.min(ticks, from + length)]!
    const to = position === -1 ? ticks : startTick[position]!
    const last = position === -1 ? 0 : positionFrom[Math.min(ticks, to + length)]!
    const clash = this.#clash
    for (let k = start[session]!, end = start[session + 1]!; k < end; k++) {
      const other = items[k]!
      const change = cost[k]!
      const otherLength = lengthTicks[other]! - 1
      const first = from > otherLength ? from - otherLength : 0
      for (let at = positionFrom[first]!; at < until; at++) clash[at * sessions + other]! -= change
      const next = to > otherLength ? to - otherLength : 0
      for (let at = positionFrom[next]!; at < last; at++) clash[at * sessions + other]! += change
    }
  }
}
