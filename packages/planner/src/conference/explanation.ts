import { ProblemError } from '../problem-error.ts'
import { compileTerms, softConstraints, weightOf } from './constraints/all.ts'
import { roomRules, TimeJudge } from './hard-rules.ts'
import { compile, type Instance, slotAllows } from './instance.ts'
import { Obstacles } from './obstacles.ts'
import type { ConferenceProblem, Place, Placement, SoftName } from './problem.ts'
import { Programme } from './programme.ts'
import { matter, type Terms } from './terms.ts'
import { toMinutes, toWallTime } from './wall-time.ts'

export type CostByWish = Partial<Record<SoftName, number>>

/** Another place for a session: the change of every wish's cost there, and the sessions that would have to leave. */
export type Alternative = {
  readonly start: string
  readonly room: string
  readonly change: number
  readonly changes: CostByWish
  readonly inTheWay: readonly string[]
}

/** Why a session stands where it stands. */
export type Reasons = {
  readonly costs: CostByWish
  /**
   * Free places first, then those with the fewest sessions in the way; the cheapest first among equals. Of places in one room
   * that overlap and have the same in the way only the best is named, of equally good rooms at one time only one.
   */
  readonly alternatives: readonly Alternative[]
}

/** What keeps a session from a place (named as by `whyNowhere`), and how the wishes' costs would change with it there. */
export type Verdict = { readonly reasons: readonly string[]; readonly changes: CostByWish }

type Found = {
  readonly position: number
  readonly room: number
  readonly change: number
  readonly inTheWay: readonly number[]
}

function known(index: ReadonlyMap<string, number>, kind: string, id: string): number {
  const found = index.get(id)
  if (found === undefined) throw new ProblemError('id-unknown', { kind, id, where: 'placements' })
  return found
}

/**
 * Answers questions about a programme, which may stand where no rule allows it. Every answer comes from the same terms the engine
 * counted with. Throws ProblemError `id-unknown` for sessions and rooms that the problem does not have.
 */
export class Explainer {
  readonly #instance: Instance
  readonly #whole: Programme
  readonly #byWish: readonly { readonly name: SoftName; readonly programme: Programme }[]

  constructor(problem: ConferenceProblem, placements: readonly Placement[]) {
    const instance = compile(
      problem,
      placements.map(({ start }) => start),
    )
    this.#instance = instance
    const stands = placements.map(({ session, start, room }) => ({
      session: known(instance.sessionIndex, 'session', session),
      position: instance.startOf.indexOf(toMinutes(start) - instance.origin),
      room: known(instance.roomIndex, 'room', room),
    }))
    const build = (terms: Terms): Programme => {
      const programme = new Programme(instance, terms)
      for (const { session, position, room } of stands) programme.place(session, position, room)
      return programme
    }
    this.#whole = build(compileTerms(instance))
    this.#byWish = softConstraints
      .filter((constraint) => weightOf(constraint, problem) > 0)
      .map(({ name }) => ({ name, terms: compileTerms(instance, [name]) }))
      .filter(({ terms }) => matter(terms))
      .map(({ name, terms }) => ({ name, programme: build(terms) }))
  }

  /** What each wish costs in the whole programme; wishes that cost nothing are left out. */
  costs(): CostByWish {
    return Object.fromEntries(
      this.#byWish.map(({ name, programme }) => [name, programme.cost]).filter(([, cost]) => cost !== 0),
    )
  }

  /** Why `session`, which has a place, stands where it stands, and what the best `count` other places would change. */
  whyHere(session: string, count = 5): Reasons {
    const index = known(this.#instance.sessionIndex, 'session', session)
    const obstacles = new Obstacles(this.#whole)
    const found: Found[] = []
    this.#visit(index, (position, room) => {
      if (position === this.#whole.position[index] && room === this.#whole.room[index]) return
      if (!obstacles.look(index, position, room)) return
      const inTheWay = obstacles.found.filter((other) => other !== index)
      found.push({ position, room, change: changeOf(this.#whole, index, position, room), inTheWay })
    })
    found.sort((a, b) => a.inTheWay.length - b.inTheWay.length || a.change - b.change)
    const { problem, origin, startOf, length } = this.#instance
    const changes = ({ position, room }: Found) => this.#each((programme) => changeOf(programme, index, position, room))
    const isLike = (one: Found, other: Found) => {
      if (one.inTheWay.join() !== other.inTheWay.join()) return false
      if (one.room === other.room) return Math.abs(startOf[one.position]! - startOf[other.position]!) < length[index]!
      const isEqual = one.position === other.position && one.change === other.change
      return isEqual && JSON.stringify(changes(one)) === JSON.stringify(changes(other))
    }
    const best: Found[] = []
    for (const one of found) {
      if (best.length === count) break
      if (!best.some((other) => isLike(one, other))) best.push(one)
    }
    return {
      costs: this.#each((programme) => -changeOf(programme, index, -1, -1)),
      alternatives: best.map((one) => ({
        start: toWallTime(origin + startOf[one.position]!),
        room: problem.rooms[one.room]!.id,
        change: one.change,
        changes: changes(one),
        inTheWay: one.inTheWay.map((other) => problem.sessions[other]!.id),
      })),
    }
  }

  /**
   * A minimal set of reasons why an unplaced session has no place: leave out any one of them and there is a place. Empty when
   * there is a place that nothing keeps it from: the search ended before it came to it. Rules
   * are named by their name, sessions that stand in the way as `session ID`, closed rooms as `room-closed`, rooms without a slot for it there as `slot`.
   */
  whyNowhere(session: string): readonly string[] {
    const index = known(this.#instance.sessionIndex, 'session', session)
    if (this.#instance.rooms === 0) return ['rooms']
    if (this.#instance.positions === 0) return ['start']
    const walls = this.#walls(index)
    if (walls.some((wall) => wall.length === 0)) return []
    const held = new Map<string, number[]>()
    walls.forEach((wall, at) => {
      for (const reason of new Set(wall)) {
        const list = held.get(reason)
        if (list) list.push(at)
        else held.set(reason, [at])
      }
    })
    const left = Int32Array.from(walls, (wall) => new Set(wall).size)
    const reasons: string[] = []
    for (const [reason, at] of held) {
      if (at.every((wall) => left[wall]! > 1)) for (const wall of at) left[wall]!--
      else reasons.push(reason)
    }
    return reasons
  }

  /** Why a placed session is not at `place`, everything else staying as it is. Rules and sessions first, then what wishes cost. */
  whyNot(session: string, place: Place): Verdict {
    const index = known(this.#instance.sessionIndex, 'session', session)
    const { problem, startOf, origin, roomIndex } = this.#instance
    const own = problem.sessions[index]!
    const start = toMinutes(place.start)
    const position = startOf.indexOf(start - origin)
    const room = roomIndex.get(place.room) ?? -1
    const times = new TimeJudge(problem).broken(own, [start])[0]!
    const rooms = room === -1 ? [] : roomRules.filter((rule) => !rule.allows(own, problem.rooms[room]!))
    const reasons = [...times, ...rooms].map(({ name }) => name)
    if (position === -1 || room === -1) return { reasons: room === -1 ? [...reasons, 'rooms'] : reasons, changes: {} }
    const obstacles = new Obstacles(this.#whole)
    const open = obstacles.look(index, position, room)
    const shut = slotAllows(this.#instance, index, position, room) ? 'room-closed' : 'slot'
    const inTheWay = obstacles.found.filter((other) => other !== index)
    return {
      reasons: [
        ...reasons,
        ...(open ? [] : [shut]),
        ...inTheWay.map((other) => `session ${problem.sessions[other]!.id}`),
      ],
      changes: this.#each((programme) => changeOf(programme, index, position, room)),
    }
  }

  /** For every place in the grid, everything that keeps the session from it. */
  #walls(session: number): string[][] {
    const { problem, startOf, origin, rooms } = this.#instance
    const judge = new TimeJudge(problem)
    const own = problem.sessions[session]!
    const obstacles = new Obstacles(this.#whole)
    const roomWalls = problem.rooms.map((room) =>
      roomRules.filter((rule) => !rule.allows(own, room)).map(({ name }) => name),
    )
    const timeWalls = judge.broken(
      own,
      Array.from(startOf, (start) => origin + start),
    )
    return timeWalls.flatMap((broken, position) => {
      const timeWall = broken.map(({ name }) => name)
      return Array.from({ length: rooms }, (_, room) => {
        const open = obstacles.look(session, position, room)
        const inTheWay = obstacles.found.map((other) => `session ${problem.sessions[other]!.id}`)
        const shut = slotAllows(this.#instance, session, position, room) ? 'room-closed' : 'slot'
        return [...timeWall, ...roomWalls[room]!, ...(open ? inTheWay : [shut, ...inTheWay])]
      })
    })
  }

  #each(cost: (programme: Programme) => number): CostByWish {
    return Object.fromEntries(
      this.#byWish.map(({ name, programme }) => [name, cost(programme)]).filter(([, value]) => value !== 0),
    )
  }

  #visit(session: number, visit: (position: number, room: number) => void): void {
    const { positionsOf, roomsOf } = this.#instance
    for (let i = positionsOf.start[session]!; i < positionsOf.start[session + 1]!; i++) {
      for (let k = roomsOf.start[session]!; k < roomsOf.start[session + 1]!; k++) {
        visit(positionsOf.items[i]!, roomsOf.items[k]!)
      }
    }
  }
}

/** Change of the programme's cost if `session` stood elsewhere (nowhere for -1) and everything else stayed. */
function changeOf(programme: Programme, session: number, position: number, room: number): number {
  const here = programme.position[session]!
  const hereRoom = programme.room[session]!
  const before = programme.cost
  programme.remove(session)
  let after = programme.cost
  if (position !== -1)
    after += programme.price(session, position, room) + programme.groups.trial(session, position, room)
  programme.place(session, here, hereRoom)
  return after - before
}
