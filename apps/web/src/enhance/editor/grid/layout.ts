import type { Pace } from '@fachtag/core/modules/programme/circumstances/types'
import { isForAll, wallMinutes } from '@fachtag/core/modules/programme/grid/rules'
import type { Board } from '@fachtag/core/modules/programme/moves/types'
import type { ProgrammeSession } from '@fachtag/core/modules/programme/types'
import type { Axis, Block, Column, DayLayout, SlotBox } from './types.ts'

/** How long a session without a known duration is drawn. */
export const drawnMinutes = 30
const hour = 60

/** The rooms in their order; behind them a place for what has no room, where something is in need of it. */
export function columnsOf(board: Board, withoutRoom: string): Column[] {
  const rooms = board.programme.rooms.toSorted((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1))
  const columns = rooms.map(({ id, name, capacity }) => ({ roomId: id, name, capacity }))
  const isNeeded = board.programme.sessions.some(
    (one) => one.startsAt !== null && one.roomId === null && !runsAcross(one),
  )
  if (!isNeeded && columns.length > 0) return columns
  return [...columns, { roomId: null, name: withoutRoom, capacity: null }]
}

/** Whether a session is for everybody and drawn over all rooms. */
export function runsAcross(session: ProgrammeSession): boolean {
  return isForAll({ ...session, track: session.trackId, room: session.roomId })
}

export function minutesOf(session: ProgrammeSession): number {
  return session.durationMinutes ?? drawnMinutes
}

type Span = { readonly session: ProgrammeSession; readonly start: number; readonly end: number }

function toSpan(session: ProgrammeSession): Span {
  const start = wallMinutes(session.startsAt!)
  return { session, start, end: start + minutesOf(session) }
}

const byStart = (a: Span, b: Span) => a.start - b.start || b.end - a.end || (a.session.id < b.session.id ? -1 : 1)

/** Puts sessions of one column that run at the same time side by side; each group of them shares the width. */
function besideEachOther(spans: readonly Span[], column: number | null): Block[] {
  const blocks: Block[] = []
  let group: (Span & { lane: number })[] = []
  let ends: number[] = []
  const close = () => {
    for (const one of group) blocks.push({ ...one, column, lanes: ends.length })
    group = []
    ends = []
  }
  for (const span of spans.toSorted(byStart)) {
    if (ends.every((end) => end <= span.start)) close()
    const free = ends.findIndex((end) => end <= span.start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = span.end
    group.push({ ...span, lane })
  }
  close()
  return blocks
}

function axisOf(day: string, spans: readonly { readonly start: number; readonly end: number }[], pace: Pace): Axis {
  const midnight = wallMinutes(`${day}T00:00`)
  const at = (clock: string | null, usual: number) =>
    clock === null ? midnight + usual * hour : wallMinutes(`${day}T${clock}`)
  const first = Math.min(at(pace.dayBegins, 9), ...spans.map((one) => one.start))
  const last = Math.max(at(pace.dayEnds, 17), ...spans.map((one) => one.end))
  const whole = (minutes: number) => Math.floor((minutes - midnight) / hour) * hour + midnight
  return { from: Math.max(midnight, whole(first) - hour), to: whole(last + hour - 1) + hour }
}

function slotBoxes(board: Board, day: string, columns: readonly Column[]): SlotBox[] {
  return board.slots
    .filter((slot) => slot.day === day)
    .flatMap((slot) => {
      const start = wallMinutes(slot.startsAt)
      const box = { slot, start, end: start + slot.durationMinutes }
      return columns.flatMap((one, column) =>
        one.roomId !== null && (slot.roomId === null || slot.roomId === one.roomId) ? [{ ...box, column }] : [],
      )
    })
}

/**
 * Lays a day of the board out in rooms and time. Every session with a time has exactly one block; blocks of one column that
 * run at the same time lie in different lanes; all of them, and the slots, lie within the axis.
 */
export function layOutDay(board: Board, day: string, columns: readonly Column[], pace: Pace): DayLayout {
  const spans = board.programme.sessions
    .filter((session) => session.startsAt !== null && (session.day ?? session.startsAt.slice(0, 10)) === day)
    .map(toSpan)
  const place = new Map(columns.map((column, index) => [column.roomId, index]))
  const of = ({ session }: Span) => (runsAcross(session) ? null : (place.get(session.roomId) ?? columns.length - 1))
  const groups = Map.groupBy(spans, of)
  const slots = slotBoxes(board, day, columns)
  const blocks = [...groups].flatMap(([column, some]) => besideEachOther(some, column))
  return {
    day,
    axis: axisOf(day, [...spans, ...slots], pace),
    columns,
    blocks: blocks.sort((a, b) => a.start - b.start || (a.column ?? -1) - (b.column ?? -1) || a.lane - b.lane),
    slots,
  }
}
