import { type Lists, toLists } from '../lists.ts'
import { daySoftCost } from './constraints/day.ts'
import type { EnrolmentProblem } from './problem.ts'

/** A problem compiled into flat arrays. Rows of two-dimensional arrays belong to events. */
export type Instance = {
  readonly events: number
  readonly rooms: number
  readonly slots: number
  readonly days: number
  readonly slotsPerDay: number
  readonly students: number
  readonly studentsOf: Lists
  readonly neighbours: Lists
  /** events × events: 1 where two events share a student. */
  readonly adjacent: Uint8Array
  readonly roomsOf: Lists
  readonly slotsOf: Lists
  /** events × slots: 1 where the event may stand. */
  readonly available: Uint8Array
  readonly before: Lists
  readonly after: Lists
  /** Soft cost of one student's day by the bits of its occupied slots. */
  readonly dayCost: Int8Array
  /** slotsPerDay × 2^slotsPerDay: change of cost when that slot is freed, or taken, on a day with these bits. */
  readonly removeCost: Int8Array
  readonly addCost: Int8Array
}

/** Compiles a valid problem; see `validate`. */
export function compile(problem: EnrolmentProblem): Instance {
  const { events, days, slotsPerDay } = problem
  const slots = days * slotsPerDay
  const studentsOf: number[][] = Array.from({ length: events }, () => [])
  const adjacent = new Uint8Array(events * events)
  problem.enrolments.forEach((list, student) => {
    for (const a of list) {
      studentsOf[a]!.push(student)
      for (const b of list) if (a !== b) adjacent[a * events + b] = 1
    }
  })
  const suitable = suitableRooms(problem, studentsOf)
  joinSingleRoomEvents(suitable, adjacent, events)
  const all = Array.from({ length: events }, (_, event) => event)
  const available = new Uint8Array(events * slots)
  problem.available.forEach((list, event) => {
    for (const slot of list) available[event * slots + slot] = 1
  })
  for (const [a, b] of problem.order) adjacent[a * events + b] = adjacent[b * events + a] = 1
  const tables = costTables(slotsPerDay)
  return {
    events,
    rooms: problem.capacity.length,
    slots,
    days,
    slotsPerDay,
    students: problem.enrolments.length,
    studentsOf: toLists(studentsOf),
    neighbours: toLists(all.map((a) => all.filter((b) => adjacent[a * events + b] === 1))),
    adjacent,
    roomsOf: toLists(suitable),
    slotsOf: toLists(problem.available),
    available,
    before: toLists(all.map((event) => problem.order.filter(([, later]) => later === event).map(([first]) => first))),
    after: toLists(all.map((event) => problem.order.filter(([first]) => first === event).map(([, later]) => later))),
    ...tables,
  }
}

function suitableRooms(problem: EnrolmentProblem, studentsOf: readonly number[][]): number[][] {
  const features = problem.roomFeatures.map((list) => new Set(list))
  return studentsOf.map((students, event) =>
    problem.capacity.flatMap((seats, room) =>
      seats >= students.length && problem.eventFeatures[event]!.every((feature) => features[room]!.has(feature))
        ? [room]
        : [],
    ),
  )
}

/** Two events that both fit only one and the same room can never share a slot: a conflict like any other. */
function joinSingleRoomEvents(suitable: readonly number[][], adjacent: Uint8Array, events: number): void {
  for (let a = 0; a < events; a++) {
    if (suitable[a]!.length !== 1) continue
    for (let b = 0; b < events; b++) {
      if (a !== b && suitable[b]!.length === 1 && suitable[b]![0] === suitable[a]![0]) adjacent[a * events + b] = 1
    }
  }
}

function costTables(slotsPerDay: number): Pick<Instance, 'dayCost' | 'removeCost' | 'addCost'> {
  const size = 1 << slotsPerDay
  const dayCost = Int8Array.from({ length: size }, (_, bits) => daySoftCost(bits, slotsPerDay))
  const removeCost = new Int8Array(slotsPerDay * size)
  const addCost = new Int8Array(slotsPerDay * size)
  for (let slot = 0; slot < slotsPerDay; slot++) {
    for (let bits = 0; bits < size; bits++) {
      removeCost[slot * size + bits] = dayCost[bits & ~(1 << slot)]! - dayCost[bits]!
      addCost[slot * size + bits] = dayCost[bits | (1 << slot)]! - dayCost[bits]!
    }
  }
  return { dayCost, removeCost, addCost }
}
