import { findCircle } from '../circle.ts'
import { ProblemError } from '../problem-error.ts'
import { requireUnique } from '../unique.ts'
import type { ConferenceProblem, Session } from './problem.ts'
import { requireCountable, requireTables } from './size.ts'
import { toMinutes, toSpan } from './wall-time.ts'

/** Two years. */
const longestMinutes = 1_051_200

function requireKnown(known: ReadonlySet<string>, kind: string, id: string, where: string): void {
  if (!known.has(id)) throw new ProblemError('id-unknown', { kind, id, where })
}

function requireWhole(value: number | undefined, least: number, what: string, where: string): void {
  if (value !== undefined && (!Number.isInteger(value) || value < least)) {
    throw new ProblemError('number-wrong', { what, where, found: value, least })
  }
}

function requireMinutes(value: number | undefined, least: number, what: string, where: string): void {
  requireWhole(value, least, what, where)
  if (value !== undefined && value > longestMinutes)
    throw new ProblemError('number-too-large', { what, where, found: value, most: longestMinutes })
}

function validateSession(session: Session, rooms: ReadonlySet<string>, people: ReadonlySet<string>): void {
  const where = `session ${session.id}`
  requireMinutes(session.minutes, 1, 'minutes', where)
  requireWhole(session.seats, 0, 'seats', where)
  requireWhole(session.demand, 0, 'demand', where)
  requireWhole(session.affected, 0, 'affected', where)
  for (const person of session.people ?? []) requireKnown(people, 'person', person, where)
  for (const person of session.remote ?? []) requireKnown(new Set(session.people), 'person', person, where)
  for (const list of [session.rooms, session.preferredRooms, session.undesiredRooms]) {
    for (const room of list ?? []) requireKnown(rooms, 'room', room, where)
  }
  for (const place of [session.fixed, session.published]) {
    if (!place) continue
    toMinutes(place.start)
    requireKnown(rooms, 'room', place.room, where)
  }
  for (const start of session.starts ?? []) toMinutes(start)
  for (const list of [session.preferredTimes, session.undesiredTimes]) list?.forEach(toSpan)
}

/** Throws a ProblemError that names the first thing in `problem` that makes no sense. */
export function validate(problem: ConferenceProblem): void {
  requireMinutes(problem.gridMinutes, 1, 'gridMinutes', 'problem')
  requireMinutes(problem.travelMinutes, 0, 'travelMinutes', 'problem')
  requireWhole(problem.inARow, 1, 'inARow', 'problem')
  for (const [name, weight] of Object.entries(problem.weights ?? {})) requireWhole(weight, 0, name, 'weights')
  if (problem.days.length === 0) throw new ProblemError('days-missing', {})
  for (const day of problem.days) {
    toSpan(day)
    day.breaks?.forEach(toSpan)
    day.starts?.forEach(toMinutes)
  }
  const rooms = requireUnique(
    'room',
    problem.rooms.map((room) => room.id),
  )
  const people = requireUnique(
    'person',
    (problem.people ?? []).map((person) => person.id),
  )
  const sessions = requireUnique(
    'session',
    problem.sessions.map((session) => session.id),
  )
  for (const room of problem.rooms) {
    requireWhole(room.capacity, 0, 'capacity', `room ${room.id}`)
    room.unavailable?.forEach(toSpan)
    room.slots?.forEach(toSpan)
  }
  for (const person of problem.people ?? [])
    for (const list of [person.available, person.unavailable]) list?.forEach(toSpan)
  for (const session of problem.sessions) validateSession(session, rooms, people)
  for (const { before, after, gapMinutes } of problem.order ?? []) {
    requireKnown(sessions, 'session', before, 'order')
    requireKnown(sessions, 'session', after, 'order')
    requireMinutes(gapMinutes, 0, 'gapMinutes', `order ${before} ${after}`)
  }
  for (const [index, bookmark] of (problem.bookmarks ?? []).entries()) {
    for (const id of bookmark.sessions) requireKnown(sessions, 'session', id, `bookmark ${index}`)
    requireWhole(bookmark.count, 1, 'count', `bookmark ${index}`)
  }
  const circle = findCircle((problem.order ?? []).map(({ before, after }) => [before, after] as const))
  if (circle) throw new ProblemError('order-circle', { sessions: circle.join(' → ') })
  requireTables(problem)
  requireCountable(problem)
}
