import { type IdentifiedSession, identifySessions } from './identity.ts'
import type { Schedule } from './types.ts'
import { plusMinutes } from './wall-time.ts'

/** The sessions that have a start, by day and room, as schedule.xml and schedule.json arrange them. */
export type Timetable = {
  readonly days: readonly TimetableDay[]
  /** Sessions without a start; neither format has a place for them. */
  readonly unscheduled: readonly IdentifiedSession[]
}

export type TimetableDay = {
  /** From 1. */
  readonly index: number
  readonly date: string
  /** Wall times of the first start and the last end. */
  readonly start: string
  readonly end: string
  /** Sessions in order of time by name of the room; the empty name for those without one. */
  readonly rooms: ReadonlyMap<string, readonly IdentifiedSession[]>
}

/** Arranges a schedule; one whose sessions have no start keeps its first day, empty, where that is known. */
export function timetableOf(schedule: Schedule): Timetable {
  const sessions = identifySessions(schedule)
  const scheduled = sessions.filter(({ session }) => session.start !== undefined)
  const byDate = Map.groupBy(scheduled, ({ session }) => session.day ?? session.start!.slice(0, 10))
  if (byDate.size === 0 && schedule.firstDay) byDate.set(schedule.firstDay, [])
  const dates = [...byDate.keys()].toSorted()
  const days = dates.map((date, index) => arrangeDay(schedule, date, index + 1, byDate.get(date)!))
  return { days, unscheduled: sessions.filter(({ session }) => session.start === undefined) }
}

function arrangeDay(
  schedule: Schedule,
  date: string,
  index: number,
  sessions: readonly IdentifiedSession[],
): TimetableDay {
  const sorted = sessions.toSorted((a, b) => compare(a.session.start!, b.session.start!))
  const ends = sorted.map(({ session }) => plusMinutes(session.start!, session.durationMinutes ?? 0))
  const byRoom = Map.groupBy(sorted, ({ session }) => session.room ?? '')
  const names = [...schedule.rooms.map(({ name }) => name), ''].filter((name) => byRoom.has(name))
  return {
    index,
    date,
    start: sorted[0]?.session.start ?? `${date}T00:00`,
    end: ends.toSorted(compare).at(-1) ?? `${date}T23:59`,
    rooms: new Map(names.map((name) => [name, byRoom.get(name)!])),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
