import type { ChangeReport } from '../changelog/types.ts'
import { toCard } from '../projection/rules.ts'
import type { Programme, ProgrammeSession } from '../types.ts'
import { type ComparedDay, type Mark, type MarkedSession, marks } from './types.ts'

/** What became of each session that `report` names; of several things the one that says most. */
export function markSessions(report: ChangeReport): ReadonlyMap<string, Mark> {
  const weakestFirst = marks.toReversed()
  return new Map(weakestFirst.flatMap((mark) => report[mark].map(({ id }) => [id, mark] as const)))
}

type Both = { readonly before: Programme; readonly after: Programme }

const isElsewhere = (old: ProgrammeSession, now: ProgrammeSession) =>
  old.day !== now.day || old.startsAt !== now.startsAt || old.roomId !== now.roomId

/** The sessions of `before` that left where they were. */
function listGhosts({ before, after }: Both): ProgrammeSession[] {
  const present = new Map(after.sessions.map((session) => [session.id, session]))
  return before.sessions.filter((old) => {
    const now = present.get(old.id)
    return now === undefined || isElsewhere(old, now)
  })
}

/** The days of both programmes, in their order, what has none at the end. */
export function listComparedDays(both: Both, markOf: ReadonlyMap<string, Mark>): ComparedDay[] {
  const ghosts = listGhosts(both)
  const days = new Map<string | null, { count: number; markCount: number }>()
  const at = (day: string | null) => {
    const known = days.get(day) ?? { count: 0, markCount: 0 }
    days.set(day, known)
    return known
  }
  for (const session of both.after.sessions) {
    const of = at(session.day)
    of.count++
    if (markOf.has(session.id)) of.markCount++
  }
  for (const ghost of ghosts) at(ghost.day).markCount++
  const sorted = [...days].sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
  return sorted.map(([day, counts]) => ({ day, ...counts }))
}

function toCardOf(programme: Programme) {
  const tracks = new Map(programme.tracks.map((track) => [track.id, track]))
  const rooms = new Map(programme.rooms.map((room) => [room.id, room]))
  return (session: ProgrammeSession) =>
    toCard(
      session,
      programme.timeZone,
      tracks.get(session.trackId ?? '') ?? null,
      rooms.get(session.roomId ?? '') ?? null,
    )
}

/**
 * The sessions of one day of `after`, each with what became of it, and beside them those that stood there in `before` and
 * do no more.
 */
export function compareDay(both: Both, markOf: ReadonlyMap<string, Mark>, day: string | null): MarkedSession[] {
  const [old, now] = [toCardOf(both.before), toCardOf(both.after)]
  const present = both.after.sessions.filter((session) => session.day === day)
  const ghosts = listGhosts(both).filter((session) => session.day === day)
  return [
    ...present.map(({ id, ...session }) => ({
      card: now({ id, ...session }),
      sessionId: id,
      mark: markOf.get(id) ?? null,
      isGhost: false,
    })),
    ...ghosts.map(({ id, ...session }) => ({
      card: { ...old({ id, ...session }), id: `${id}~` },
      sessionId: id,
      mark: markOf.get(id) ?? null,
      isGhost: true,
    })),
  ]
}

/** Those that stand in a room (or without one) in which something changed that day, and what is for all. */
export function onlyTouchedRooms(sessions: readonly MarkedSession[]): MarkedSession[] {
  const touched = new Set(sessions.flatMap(({ card, mark }) => (mark === null ? [] : [card.room?.id ?? null])))
  return sessions.filter(({ card }) => card.isPlenary || touched.has(card.room?.id ?? null))
}
