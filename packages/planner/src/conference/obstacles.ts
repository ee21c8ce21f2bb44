import { slotAllows } from './instance.ts'
import { pairAllows } from './pair-rules.ts'
import type { Programme } from './programme.ts'

/** Sessions that would have to leave for another one to stand at a place; undefined when the room is closed there. */
export class Obstacles {
  readonly #programme: Programme
  readonly found: number[] = []

  constructor(programme: Programme) {
    this.#programme = programme
  }

  /** Fills `found` for `session` at the place; false when nothing can clear it. Stops after `limit` obstacles. */
  look(session: number, position: number, room: number, limit = Number.POSITIVE_INFINITY): boolean {
    const { instance, occupant } = this.#programme
    this.found.length = 0
    if (!slotAllows(instance, session, position, room)) return false
    const first = room * instance.ticks + instance.startTick[position]!
    for (let at = first, end = first + instance.lengthTicks[session]!; at < end; at++) {
      const held = occupant[at]!
      if (held === -2) return false
      if (held < 0 || held === session || this.found.includes(held)) continue
      this.found.push(held)
      if (this.found.length > limit) return false
    }
    return this.#addPartners(session, position, room, limit)
  }

  #addPartners(session: number, position: number, room: number, limit: number): boolean {
    const { instance, position: positionOf, room: roomOf } = this.#programme
    const { pairs, startOf, length } = instance
    const start = startOf[position]!
    for (let at = pairs.start[session]!, end = pairs.start[session + 1]!; at < end; at++) {
      const other = pairs.items[at]!
      const there = positionOf[other]!
      if (there === -1 || this.found.includes(other)) continue
      if (pairAllows(pairs, at, start, length[session]!, room, startOf[there]!, length[other]!, roomOf[other]!))
        continue
      this.found.push(other)
      if (this.found.length > limit) return false
    }
    return true
  }
}
