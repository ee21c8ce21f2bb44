import { findCircle } from '../circle.ts'
import { ProblemError } from '../problem-error.ts'
import type { EnrolmentProblem } from './problem.ts'

/** A day is a set of bits in the tables; numbers of slots, rooms and events have 16 bits. */
const most = { slotsPerDay: 12, slots: 1_000, rooms: 10_000, events: 10_000 }

function requireWhole(value: number, least: number, top: number, what: string, where: string): void {
  if (!Number.isInteger(value) || value < least)
    throw new ProblemError('number-wrong', { what, where, found: value, least })
  if (value > top) throw new ProblemError('number-too-large', { what, where, found: value, most: top })
}

/** One row per thing, and in each row every number once and within bounds. */
function requireRows(
  rows: readonly (readonly number[])[],
  count: number,
  kind: string,
  bound: number,
  name: (row: number) => string,
): void {
  if (rows.length !== count) throw new ProblemError('rows-wrong', { kind, found: rows.length, expected: count })
  for (const [index, row] of rows.entries()) {
    const seen = new Set<number>()
    for (const id of row) {
      if (!Number.isInteger(id) || id < 0 || id >= bound)
        throw new ProblemError('id-unknown', { kind, id, where: name(index) })
      if (seen.has(id)) throw new ProblemError('id-twice', { kind, id, where: name(index) })
      seen.add(id)
    }
  }
}

/** Throws a ProblemError that names the first thing in `problem` that makes no sense. */
export function validate(problem: EnrolmentProblem): void {
  const { events, days, slotsPerDay, capacity, enrolments, roomFeatures, eventFeatures, available, order } = problem
  requireWhole(events, 0, most.events, 'events', 'problem')
  requireWhole(slotsPerDay, 1, most.slotsPerDay, 'slotsPerDay', 'problem')
  requireWhole(days, 1, Math.floor(most.slots / slotsPerDay), 'days', 'problem')
  requireWhole(capacity.length, 0, most.rooms, 'rooms', 'problem')
  for (const [room, seats] of capacity.entries())
    requireWhole(seats, 0, Number.MAX_SAFE_INTEGER, 'seats', `room ${room}`)
  const event = (row: number): string => `event ${row}`
  requireRows(enrolments, enrolments.length, 'event', events, (student) => `student ${student}`)
  requireRows(roomFeatures, capacity.length, 'feature', Number.MAX_SAFE_INTEGER, (room) => `room ${room}`)
  requireRows(eventFeatures, events, 'feature', Number.MAX_SAFE_INTEGER, event)
  requireRows(available, events, 'slot', days * slotsPerDay, event)
  for (const pair of order) {
    for (const id of pair) {
      if (!Number.isInteger(id) || id < 0 || id >= events)
        throw new ProblemError('id-unknown', { kind: 'event', id, where: 'order' })
    }
  }
  const circle = findCircle(order)
  if (circle) throw new ProblemError('order-circle', { sessions: circle.join(' → ') })
}
