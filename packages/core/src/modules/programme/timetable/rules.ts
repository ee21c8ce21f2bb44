import { chooseColumns, isForAll, layOut, wallMinutes, wallTimeOf } from '../grid/rules.ts'
import type { ColumnKind, GridItem } from '../grid/types.ts'
import type { SessionCard } from '../sessions/types.ts'
import type { Stretch, Timetable } from './types.ts'

const columnOf = (session: SessionCard, kind: ColumnKind) => (kind === 'track' ? session.track : session.room)

/** Arranges the sessions of one day: those with a time in a grid by tracks or rooms, the others in stretches. */
export function arrangeTimetable(sessions: readonly SessionCard[], wanted?: ColumnKind): Timetable {
  const timed = sessions.filter((session) => session.startsAt !== null)
  const byTrack = layOutBy('track', timed)
  const byRoom = layOutBy('room', timed)
  const columnKind = wanted ?? chooseColumns(byTrack, byRoom)
  const [chosen, other] = columnKind === 'track' ? [byTrack, byRoom] : [byRoom, byTrack]
  return {
    columnKind,
    otherKind: other.columns.size > 1 ? other.kind : null,
    columns: chosen.columns,
    grid: chosen.grid,
    sessions: new Map(timed.map((session) => [session.id, session])),
    untimed: toStretches(sessions.filter((session) => session.startsAt === null)),
  }
}

function layOutBy(kind: ColumnKind, sessions: readonly SessionCard[]) {
  const items = sessions.map(
    (session): GridItem => ({
      id: session.id,
      startsAt: session.startsAt!,
      durationMinutes: session.durationMinutes,
      columnId: columnOf(session, kind)?.id ?? null,
      isForAll: isForAll(session),
    }),
  )
  const known = sessions.map((session) => columnOf(session, kind)).filter((column) => column !== null)
  const columns = new Map(known.toSorted((a, b) => a.position - b.position).map((column) => [column.id, column]))
  const grid = layOut(items, [...columns.keys()])
  const missing = items.filter((item) => item.columnId === null && !item.isForAll).length
  return { kind, columns, grid, missing, lanes: grid.lanes }
}

/**
 * Cuts sessions without times, in their order, where the programme goes from common to parallel and back. Within a
 * parallel stretch the tracks stand in their own order.
 */
export function toStretches(sessions: readonly SessionCard[]): readonly Stretch[] {
  const runs: { isTogether: boolean; sessions: SessionCard[] }[] = []
  for (const session of sessions) {
    const isTogether = session.isPlenary || session.track === null
    const last = runs.at(-1)
    if (last?.isTogether === isTogether) last.sessions.push(session)
    else runs.push({ isTogether, sessions: [session] })
  }
  return runs.map((run): Stretch => {
    if (run.isTogether) return { kind: 'together', sessions: run.sessions }
    const groups = [...Map.groupBy(run.sessions, (session) => session.track!.id).values()]
    const tracks = groups.map((group) => ({ track: group[0]!.track!, sessions: group }))
    return { kind: 'parallel', tracks: tracks.toSorted((a, b) => a.track.position - b.track.position) }
  })
}

/** Sessions without times, one after the other as their stretches show them. */
export function inPageOrder(sessions: readonly SessionCard[]): readonly SessionCard[] {
  return toStretches(sessions).flatMap((stretch) =>
    stretch.kind === 'together' ? stretch.sessions : stretch.tracks.flatMap((track) => track.sessions),
  )
}

/** How far ahead "now" looks, in minutes: whoever asks stands in a corridor and wants to go somewhere. */
export const nowHorizon = 30

/** The sessions that run at `wallTime` or begin within `nowHorizon` after it; none that are cancelled. */
export function selectNow(sessions: readonly SessionCard[], wallTime: string): readonly SessionCard[] {
  const soon = wallTimeOf(wallMinutes(wallTime) + nowHorizon)
  return sessions.filter((session) => {
    if (session.state === 'cancelled' || session.startsAt === null) return false
    if (session.startsAt > wallTime) return session.startsAt <= soon
    return session.endsAt === null ? session.startsAt === wallTime : session.endsAt > wallTime
  })
}
