import type { Budget } from '../search/budget.ts'
import type { Random } from '../search/random.ts'
import { shortestChain } from './displacement.ts'
import { Obstacles } from './obstacles.ts'
import type { Programme } from './programme.ts'

const tabuSlots = 1 << 20

/**
 * Places every session. First at home (where it is fixed or published) and where nothing stands in the way, at the least cost;
 * then by the shortest chain of displacements; and when there is none, by ejecting the least stubborn, which grow
 * more stubborn each time and may not come straight back (tabu).
 */
export class Construction {
  readonly #programme: Programme
  readonly #random: Random
  readonly #obstacles: Obstacles
  readonly #stubbornness: Float64Array
  readonly #tabuUntil = new Int32Array(tabuSlots)
  readonly #unplaced: number[] = []
  #round = 0

  constructor(programme: Programme, random: Random) {
    this.#programme = programme
    this.#random = random
    this.#obstacles = new Obstacles(programme)
    const { sessions } = programme.instance.problem
    this.#stubbornness = Float64Array.from(sessions, (s) => (s.fixed ? Number.POSITIVE_INFINITY : 1))
  }

  /** Places what it can with at most half of the budget and returns the sessions left out, of the state with the fewest of them. */
  run(budget: Budget): number[] {
    const programme = this.#programme
    const hopeless = this.#start()
    this.#settle(budget)
    let best = { count: this.#unplaced.length, position: programme.position.slice(), room: programme.room.slice() }
    while (this.#unplaced.length > 0) {
      const done = budget.spend(this.#placeOne())
      if (this.#unplaced.length < best.count) {
        best = { count: this.#unplaced.length, position: programme.position.slice(), room: programme.room.slice() }
      }
      if (done || budget.spent > budget.limits.work / 2) break
    }
    if (this.#unplaced.length > best.count) this.#restore(best.position, best.room)
    return [...hopeless, ...this.#unplaced].sort((a, b) => a - b)
  }

  /**
   * Sorts the sessions, the fixed ones and then the most bound first, and puts those that are fixed or published there; returns
   * those that have no place at all.
   */
  #start(): number[] {
    const programme = this.#programme
    const { positionsOf, roomsOf, length, problem } = programme.instance
    const choices = (session: number): number =>
      ((positionsOf.start[session + 1]! - positionsOf.start[session]!) *
        (roomsOf.start[session + 1]! - roomsOf.start[session]!)) /
      length[session]!
    const all = problem.sessions.map((_, session) => session)
    const hopeless = all.filter((session) => choices(session) === 0)
    const ranks = all.map((session) => (problem.sessions[session]!.fixed ? -1 : choices(session)))
    const waiting = all.filter((session) => choices(session) > 0).sort((a, b) => ranks[a]! - ranks[b]!)
    const atHome = (session: number): boolean => {
      const { position, room } = this.#homeOf(session)
      if (position === -1 || room === -1 || !programme.mayStand(session, position, room)) return false
      if (!this.#obstacles.look(session, position, room, 0)) return false
      programme.place(session, position, room)
      return true
    }
    for (const session of waiting) if (!atHome(session)) this.#unplaced.push(session)
    return hopeless
  }

  /** Where a session is fixed, or published and wished to stay; -1 for nowhere. */
  #homeOf(session: number): { position: number; room: number } {
    const { instance, terms } = this.#programme
    const { problem, ownPlace, rooms } = instance
    if (!problem.sessions[session]!.fixed)
      return { position: terms.homePosition[session]!, room: terms.homeRoom[session]! }
    const place = ownPlace[session]!
    return { position: Math.floor(place / rooms), room: place % rooms }
  }

  /**
   * Gives each waiting session its cheapest free place, or a chain of displacements; the rest goes on waiting. Free places are
   * looked for whatever the work, chains as long as some is left; the clock and a wish to stop end both.
   */
  #settle(budget: Budget): void {
    const waiting = this.#unplaced.splice(0)
    const stuck: number[] = []
    for (const session of waiting) {
      const free = budget.ending === 'work done' ? this.#cheapestFree(session) : undefined
      if (free) this.#programme.place(session, free.position, free.room)
      else stuck.push(session)
      budget.spend(this.#workOf(session))
    }
    for (const session of stuck) {
      if (budget.ending === 'work done' && budget.left() > 0) shortestChain(this.#programme, session, budget)
      if (this.#programme.position[session] === -1) this.#unplaced.push(session)
    }
  }

  #workOf(session: number): number {
    const { positionsOf, roomsOf } = this.#programme.instance
    const positions = positionsOf.start[session + 1]! - positionsOf.start[session]!
    return 20 * positions * (roomsOf.start[session + 1]! - roomsOf.start[session]!) + this.#programme.workOf(session)
  }

  #cheapestFree(session: number): { position: number; room: number } | undefined {
    let best = Number.POSITIVE_INFINITY
    let found: { position: number; room: number } | undefined
    this.#visitPlaces(session, (position, room) => {
      if (!this.#obstacles.look(session, position, room, 0)) return
      const price = this.#programme.price(session, position, room) + this.#random.fraction()
      if (price >= best) return
      best = price
      found = { position, room }
    })
    return found
  }

  #visitPlaces(session: number, visit: (position: number, room: number) => void): void {
    const { positionsOf, roomsOf } = this.#programme.instance
    for (let i = positionsOf.start[session]!; i < positionsOf.start[session + 1]!; i++) {
      for (let k = roomsOf.start[session]!; k < roomsOf.start[session + 1]!; k++) {
        visit(positionsOf.items[i]!, roomsOf.items[k]!)
      }
    }
  }

  #placeOne(): number {
    this.#round++
    const at = this.#random.below(this.#unplaced.length)
    const session = this.#unplaced[at]!
    this.#unplaced[at] = this.#unplaced.at(-1)!
    this.#unplaced.pop()
    let bestPrice = Number.POSITIVE_INFINITY
    let best: { position: number; room: number } | undefined
    this.#visitPlaces(session, (position, room) => {
      if (!this.#obstacles.look(session, position, room)) return
      let price = this.#random.fraction() * 0.9
      for (const other of this.#obstacles.found) price += this.#stubbornness[other]!
      if (price >= bestPrice || (price >= 1 && this.#tabuUntil[this.#tabuSlot(session, position, room)]! > this.#round))
        return
      bestPrice = price
      best = { position, room }
    })
    if (!best) {
      this.#unplaced.push(session)
      return this.#workOf(session)
    }
    this.#obstacles.look(session, best.position, best.room)
    for (const other of [...this.#obstacles.found]) this.#eject(other)
    this.#programme.place(session, best.position, best.room)
    return 2 * this.#workOf(session)
  }

  #eject(session: number): void {
    const { position, room } = this.#programme
    const slot = this.#tabuSlot(session, position[session]!, room[session]!)
    this.#tabuUntil[slot] = this.#round + 8 + this.#random.below(8) + this.#unplaced.length
    this.#programme.remove(session)
    this.#stubbornness[session]! += 1
    this.#unplaced.push(session)
  }

  #tabuSlot(session: number, position: number, room: number): number {
    const { positions, rooms } = this.#programme.instance
    return Math.imul((session * positions + position) * rooms + room, 0x9e3779b1) >>> 12
  }

  #restore(position: Int32Array, room: Int32Array): void {
    const programme = this.#programme
    for (let session = 0; session < position.length; session++) {
      if (programme.position[session] !== -1) programme.remove(session)
    }
    this.#unplaced.length = 0
    const { positionsOf, roomsOf } = programme.instance
    for (let session = 0; session < position.length; session++) {
      if (position[session] !== -1) programme.place(session, position[session]!, room[session]!)
      else if (
        positionsOf.start[session] !== positionsOf.start[session + 1] &&
        roomsOf.start[session] !== roomsOf.start[session + 1]
      )
        this.#unplaced.push(session)
    }
  }
}
