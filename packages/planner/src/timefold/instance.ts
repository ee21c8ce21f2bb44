import { type Lists, toLists } from '../lists.ts'
import { ProblemError } from '../problem-error.ts'
import { ownCosts } from './own-costs.ts'
import { pairCosts } from './pair-costs.ts'
import type { TimefoldProblem } from './problem.ts'
import { type SlotTables, slotTables } from './slots.ts'
import { prices } from './weights.ts'

/** A problem compiled into tables. A cell is a room at a slot. */
export type Instance = {
  readonly problem: TimefoldProblem
  readonly talks: number
  readonly slots: number
  readonly rooms: number
  readonly tables: SlotTables
  readonly dayOf: Int32Array
  readonly days: number
  /** Date of each day as a number that grows by one per day. */
  readonly dateOf: Int32Array
  readonly minutes: Int32Array
  /** talks × slots and talks × rooms: cost of standing there, whatever the others do. */
  readonly slotCost: Int32Array
  readonly roomCost: Int32Array
  /** (talks × slots)²: cost of two talks at two slots. */
  readonly timePairs: Int32Array
  /** talks × talks: cost of sharing a day in two rooms. */
  readonly stability: Int32Array
  /** Talks that share a theme with each talk. */
  readonly relatives: Lists
  readonly favourites: Int32Array
  readonly seats: Int32Array
  readonly popularPrice: number
  /** Cells each talk may have, as slot × rooms + room; the pinned ones have one. */
  readonly cellsOf: readonly Int32Array[]
  /** talks × cells: 1 where allowed. */
  readonly cellAllowed: Uint8Array
  /** Groups of talks of one speaker with more than one, and the risky talks. */
  readonly speakerTalks: readonly (readonly number[])[]
  readonly risky: Uint8Array
  readonly makespanPrice: number
  readonly crowdPrice: number
}

/** Compiles a valid problem (see `validate`). Throws ProblemError for talks that fit nowhere and for weights that are none. */
export function compile(problem: TimefoldProblem): Instance {
  const { talks, timeslots, rooms, speakers } = problem
  const price = prices(problem)
  const tables = slotTables(problem)
  const names = [...new Set(timeslots.map(({ day }) => day))].sort()
  const cellsOf = talks.map((talk) => allowedCells(problem, talk))
  const minutes = talks.map((talk, i) => {
    const lengths = new Set(Array.from(cellsOf[i]!, (cell) => tables.minutes[Math.floor(cell / rooms.length)]!))
    if (lengths.size !== 1)
      throw new ProblemError('talk-without-one-length', { talk: talk.code, lengths: lengths.size })
    return [...lengths][0]!
  })
  const cellAllowed = new Uint8Array(talks.length * timeslots.length * rooms.length)
  cellsOf.forEach((cells, i) => {
    for (const cell of cells) cellAllowed[i * timeslots.length * rooms.length + cell] = 1
  })
  const pairs = pairCosts(problem, tables, minutes, price)
  return {
    problem,
    talks: talks.length,
    slots: timeslots.length,
    rooms: rooms.length,
    tables,
    dayOf: Int32Array.from(timeslots, ({ day }) => names.indexOf(day)),
    days: names.length,
    dateOf: Int32Array.from(names, (day) => Date.parse(day) / 86_400_000),
    minutes: Int32Array.from(minutes),
    ...ownCosts(problem, minutes, price),
    ...pairs,
    relatives: toLists(
      talks.map((_, a) => talks.flatMap((__, b) => (pairs.stability[a * talks.length + b] === 0 ? [] : [b]))),
    ),
    favourites: Int32Array.from(talks, ({ fav }) => fav),
    seats: Int32Array.from(rooms, ({ cap }) => cap),
    popularPrice: price('Popular talks'),
    cellsOf,
    cellAllowed,
    speakerTalks: speakers
      .map(({ name }) => talks.flatMap((talk, i) => (talk.speakers.includes(name) ? [i] : [])))
      .filter((own) => own.length > 1),
    risky: Uint8Array.from(talks, ({ crowd }) => Number(crowd > 0)),
    makespanPrice: price('Speaker makespan') * 480,
    crowdPrice: price('Crowd control'),
  }
}

/** Type of talk, slot and room agree, and the room is open. */
function allowedCells(problem: TimefoldProblem, talk: TimefoldProblem['talks'][number]): Int32Array {
  const { timeslots, rooms } = problem
  if (talk.pinned && talk.slot !== null && talk.room !== null)
    return Int32Array.of(talk.slot * rooms.length + talk.room)
  const cells: number[] = []
  timeslots.forEach((slot, s) => {
    rooms.forEach((room, r) => {
      const fits = slot.types.includes(talk.type) && room.types.includes(talk.type) && !room.unavailable.includes(s)
      if (fits) cells.push(s * rooms.length + r)
    })
  })
  if (cells.length === 0) throw new ProblemError('talk-without-place', { talk: talk.code, type: talk.type })
  return Int32Array.from(cells)
}
