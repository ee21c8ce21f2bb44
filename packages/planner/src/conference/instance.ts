import { type Lists, toLists } from '../lists.ts'
import { places } from './hard-rules.ts'
import { type PairRules, pairRules } from './pair-rules.ts'
import type { ConferenceProblem, WallTime } from './problem.ts'
import { greatestStep, type Span, toMinutes, toSpan } from './wall-time.ts'

/** A problem compiled into flat arrays. A position is an allowed start; a tick is the greatest step all times share. */
export type Instance = {
  readonly problem: ConferenceProblem
  readonly sessions: number
  readonly rooms: number
  readonly positions: number
  /** Minutes from the first tick, ascending. */
  readonly startOf: Int32Array
  readonly dayOf: Int32Array
  readonly days: number
  readonly length: Int32Array
  readonly tickMinutes: number
  readonly ticks: number
  readonly startTick: Int32Array
  readonly lengthTicks: Int32Array
  /** First position that starts at or after a tick. */
  readonly positionFrom: Int32Array
  readonly positionsOf: Lists
  readonly roomsOf: Lists
  /** sessions × positions, sessions × rooms: 1 where allowed. */
  readonly positionAllowed: Uint8Array
  readonly roomAllowed: Uint8Array
  /** positions × rooms: the tick by which a session that begins there has to be over; -1 where the room lets none begin. */
  readonly slotEnd: Int32Array
  /** The place (position × rooms + room) that a session may keep whatever the slots of its room; -1 when it has none. */
  readonly ownPlace: Int32Array
  /** rooms × ticks: 1 where the room is closed. */
  readonly closed: Uint8Array
  readonly pairs: PairRules
  /** Wall minutes of the first tick. */
  readonly origin: number
  readonly sessionIndex: ReadonlyMap<string, number>
  readonly roomIndex: ReadonlyMap<string, number>
}

/** Every start that some session may have, and `more`, in wall minutes, ascending. */
function allStarts(problem: ConferenceProblem, more: readonly number[]): number[] {
  const grid = problem.gridMinutes ?? 5
  const starts = problem.days.flatMap((day) => {
    if (day.starts) return day.starts.map(toMinutes)
    const { from, to } = toSpan(day)
    return Array.from({ length: Math.ceil((to - from) / grid) }, (_, i) => from + i * grid)
  })
  const own = problem.sessions.flatMap((session) => [
    ...(session.fixed ? [toMinutes(session.fixed.start)] : []),
    ...(session.published ? [toMinutes(session.published.start)] : []),
    ...(session.starts ?? []).map(toMinutes),
  ])
  return [...new Set([...starts, ...own, ...more])].sort((a, b) => a - b)
}

/**
 * Compiles a valid problem; see `validate`. `alsoAt`: further times that get a position, though no rule allows any session to begin there, for
 * programmes that were not made by these rules.
 */
export function compile(problem: ConferenceProblem, alsoAt: readonly WallTime[] = []): Instance {
  const starts = allStarts(problem, alsoAt.map(toMinutes))
  const windows = problem.days.map(toSpan).sort((a, b) => a.from - b.from)
  const begin = windows[0]!.from
  const origin = Math.min(begin, starts[0] ?? begin)
  const length = Int32Array.from(problem.sessions, (session) => session.minutes)
  const edges = problem.rooms.flatMap((room) => (room.unavailable ?? []).map(toSpan))
  const steps = [
    ...starts.map((start) => start - origin),
    ...length,
    ...edges.flatMap((e) => [e.from - origin, e.to - origin]),
  ]
  const tickMinutes = steps.map(Math.abs).reduce(greatestStep, 0) || 1
  const longest = length.reduce((most, minutes) => Math.max(most, minutes), 0)
  const last = windows.reduce((latest, { to }) => Math.max(latest, to), (starts.at(-1) ?? begin) + longest)
  const ticks = Math.ceil((last - origin) / tickMinutes) + 1
  const startTick = Int32Array.from(starts, (start) => (start - origin) / tickMinutes)
  const dayNumbers = starts.map((start) => windows.findLastIndex((window) => window.from <= start))
  const { positionLists, roomLists } = places(problem, starts)
  const rooms = problem.rooms.length
  return {
    problem,
    sessions: problem.sessions.length,
    rooms,
    positions: starts.length,
    startOf: Int32Array.from(starts, (start) => start - origin),
    dayOf: Int32Array.from(dayNumbers, (day) => Math.max(0, day)),
    days: windows.length,
    length,
    tickMinutes,
    ticks,
    startTick,
    lengthTicks: length.map((minutes) => Math.ceil(minutes / tickMinutes)),
    positionFrom: firstPositions(startTick, ticks),
    positionsOf: toLists(positionLists),
    roomsOf: toLists(roomLists),
    positionAllowed: incidence(positionLists, starts.length),
    roomAllowed: incidence(roomLists, rooms),
    slotEnd: slotEnds(problem, starts, origin, tickMinutes, ticks),
    ownPlace: ownPlaces(problem, starts),
    closed: closedTicks(problem, origin, tickMinutes, ticks),
    pairs: pairRules(problem),
    origin,
    sessionIndex: new Map(problem.sessions.map((session, index) => [session.id, index])),
    roomIndex: new Map(problem.rooms.map((room, index) => [room.id, index])),
  }
}

function firstPositions(startTick: Int32Array, ticks: number): Int32Array {
  const first = new Int32Array(ticks + 1)
  let position = 0
  for (let tick = 0; tick <= ticks; tick++) {
    while (position < startTick.length && startTick[position]! < tick) position++
    first[tick] = position
  }
  return first
}

function slotEnds(
  problem: ConferenceProblem,
  starts: readonly number[],
  origin: number,
  tickMinutes: number,
  ticks: number,
): Int32Array {
  const rooms = problem.rooms.length
  const ends = new Int32Array(starts.length * rooms).fill(ticks)
  problem.rooms.forEach((room, index) => {
    if (!room.slots) return
    const spans = room.slots.map(toSpan)
    starts.forEach((start, position) => {
      const own = spans.filter(({ from }) => from === start).map(({ to }) => Math.floor((to - origin) / tickMinutes))
      ends[position * rooms + index] = Math.max(-1, ...own)
    })
  })
  return ends
}

function ownPlaces(problem: ConferenceProblem, starts: readonly number[]): Int32Array {
  const roomIds = problem.rooms.map(({ id }) => id)
  return Int32Array.from(problem.sessions, ({ fixed, published }) => {
    const own = fixed ?? published
    return own ? starts.indexOf(toMinutes(own.start)) * roomIds.length + roomIds.indexOf(own.room) : -1
  })
}

/** Whether the slots of `room` let `session` begin at `position` and end in time. */
export function slotAllows(instance: Instance, session: number, position: number, room: number): boolean {
  const place = position * instance.rooms + room
  const end = instance.startTick[position]! + instance.lengthTicks[session]!
  return end <= instance.slotEnd[place]! || instance.ownPlace[session] === place
}

function incidence(lists: readonly (readonly number[])[], columns: number): Uint8Array {
  const table = new Uint8Array(lists.length * columns)
  lists.forEach((list, row) => {
    for (const column of list) table[row * columns + column] = 1
  })
  return table
}

function closedTicks(problem: ConferenceProblem, origin: number, tickMinutes: number, ticks: number): Uint8Array {
  const closed = new Uint8Array(problem.rooms.length * ticks)
  problem.rooms.forEach((room, index) => {
    const spans: Span[] = (room.unavailable ?? []).map(toSpan)
    for (const { from, to } of spans) {
      const first = Math.max(0, Math.floor((from - origin) / tickMinutes))
      const end = Math.min(ticks, Math.ceil((to - origin) / tickMinutes))
      if (first < end) closed.fill(1, index * ticks + first, index * ticks + end)
    }
  })
  return closed
}
