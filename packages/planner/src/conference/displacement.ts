import type { Budget } from '../search/budget.ts'
import { Obstacles } from './obstacles.ts'
import type { Programme } from './programme.ts'

type Step = { readonly session: number; readonly from: Step | undefined; position: number; room: number }

const longest = 4
const mostSteps = 400
/** Work between two looks at the budget, which reads the clock. */
const betweenLooks = 10_000

/**
 * Places `session` by displacing as few others as possible: breadth first over "A takes the place of B, B that of C",
 * until somebody finds a free place. Leaves the programme as it was when there is no such chain of at most four, or when
 * the budget ends before one is found.
 */
export function shortestChain(programme: Programme, session: number, budget: Budget): void {
  const obstacles = new Obstacles(programme)
  const { positionsOf, roomsOf, problem } = programme.instance
  const seen = new Set([session])
  let level: Step[] = [{ session, from: undefined, position: -1, room: -1 }]
  let work = 0
  for (let depth = 0; depth <= longest && level.length > 0; depth++) {
    const next: Step[] = []
    const ends: { step: Step; position: number; room: number; price: number }[] = []
    for (const step of level.slice(0, mostSteps)) {
      if (work >= betweenLooks) {
        if (budget.spend(work)) return
        work = 0
      }
      const own = step.session
      for (let i = positionsOf.start[own]!; i < positionsOf.start[own + 1]!; i++) {
        const position = positionsOf.items[i]!
        for (let k = roomsOf.start[own]!; k < roomsOf.start[own + 1]!; k++) {
          const room = roomsOf.items[k]!
          work += 20
          if (!obstacles.look(own, position, room, 1)) continue
          const [other] = obstacles.found
          if (other === undefined) ends.push({ step, position, room, price: programme.price(own, position, room) })
          else if (!seen.has(other) && !problem.sessions[other]!.fixed) {
            seen.add(other)
            next.push({ session: other, from: { ...step, position, room }, position: -1, room: -1 })
          }
        }
      }
    }
    ends.sort((a, b) => a.price - b.price)
    const found = ends
      .slice(0, 50)
      .some(({ step, position, room }) => follow(programme, obstacles, step, position, room))
    if (found) break
    level = next
  }
  budget.spend(work)
}

/** Carries a chain out from its end; undoes it and returns false when moves of it get in each other's way. */
function follow(programme: Programme, obstacles: Obstacles, end: Step, position: number, room: number): boolean {
  const undo: { session: number; position: number; room: number }[] = []
  let step: Step | undefined = end
  let to = { position, room }
  while (step) {
    const own = step.session
    if (!obstacles.look(own, to.position, to.room, 0)) {
      for (const back of undo.reverse()) {
        programme.remove(back.session)
        if (back.position !== -1) programme.place(back.session, back.position, back.room)
      }
      return false
    }
    undo.push({ session: own, position: programme.position[own]!, room: programme.room[own]! })
    if (programme.position[own] !== -1) programme.remove(own)
    programme.place(own, to.position, to.room)
    to = step.from ? { position: step.from.position, room: step.from.room } : to
    step = step.from
  }
  return true
}
