import { isForAll, wallMinutes, wallTimeOf } from '../../grid/rules.ts'
import type { ProgrammeAppearance, ProgrammeSession } from '../../types.ts'
import type { Board, BoardChange, Fresh, MoveOf } from '../types.ts'

/** The same people under ids of their own; who stands in for whom is told of the copies. */
function copyAppearances(appearances: readonly ProgrammeAppearance[], fresh: Fresh): ProgrammeAppearance[] {
  const ids = new Map(appearances.map((held) => [held.id, fresh.id('appearance')]))
  return appearances.map((held) => ({
    ...held,
    id: ids.get(held.id)!,
    replacesId: held.replacesId === null ? null : (ids.get(held.replacesId) ?? null),
  }))
}

function isOfFrame(session: ProgrammeSession): boolean {
  return isForAll({ ...session, track: session.trackId, room: session.roomId })
}

/** Slots and sessions of `move.from` once more on `move.to`, at the same hours. What is cancelled is not copied. */
export function copyDay(board: Board, move: MoveOf<'copy-day'>, fresh: Fresh): BoardChange[] {
  const later = wallMinutes(`${move.to}T00:00`) - wallMinutes(`${move.from}T00:00`)
  const onNewDay = (startsAt: string) => wallTimeOf(wallMinutes(startsAt) + later)
  const sessions = board.programme.sessions.filter(
    (session) =>
      session.day === move.from &&
      session.startsAt !== null &&
      session.state === 'planned' &&
      (move.what === 'all' || isOfFrame(session)),
  )
  const slots = board.slots.filter((slot) => slot.day === move.from)
  return [
    ...sessions.map((session): BoardChange => {
      const copy: ProgrammeSession = {
        ...session,
        id: fresh.id('session'),
        slug: fresh.slug(session.slug),
        reference: null,
        day: move.to,
        startsAt: onNewDay(session.startsAt!),
        appearances: copyAppearances(session.appearances, fresh),
      }
      return { kind: 'added', session: copy, isLocked: false }
    }),
    ...slots.map((slot): BoardChange => {
      const copy = { ...slot, id: fresh.id('slot'), day: move.to, startsAt: onNewDay(slot.startsAt) }
      return { kind: 'slot-added', slot: copy }
    }),
  ]
}
