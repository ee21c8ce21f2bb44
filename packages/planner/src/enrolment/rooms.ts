import type { Timetable } from './timetable.ts'

/** Finds rooms for events within a slot by augmenting paths (bipartite matching of events and rooms). */
export class RoomMatching {
  readonly #timetable: Timetable
  readonly #visited: Int32Array
  #round = 0

  constructor(timetable: Timetable) {
    this.#timetable = timetable
    this.#visited = new Int32Array(timetable.instance.rooms)
  }

  /**
   * Gives `event` a room in `slot`, moving others of the slot to other suitable rooms where that is needed.
   * False, and nothing changed, when there is no way.
   */
  seat(event: number, slot: number): boolean {
    this.#round++
    return this.#augment(event, slot * this.#timetable.instance.rooms)
  }

  #augment(event: number, row: number): boolean {
    const { instance, cell, room } = this.#timetable
    const { start, items } = instance.roomsOf
    const from = start[event]!
    const to = start[event + 1]!
    for (let i = from; i < to; i++) {
      const candidate = items[i]!
      if (cell[row + candidate] === -1) {
        cell[row + candidate] = event
        room[event] = candidate
        return true
      }
    }
    for (let i = from; i < to; i++) {
      const candidate = items[i]!
      if (this.#visited[candidate] === this.#round) continue
      this.#visited[candidate] = this.#round
      const holder = cell[row + candidate]!
      if (this.#augment(holder, row)) {
        cell[row + candidate] = event
        room[event] = candidate
        return true
      }
    }
    return false
  }
}
