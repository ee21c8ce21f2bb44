import type { ProgrammeSession } from '../../types.ts'
import type { Board, BoardChange, Placement } from '../types.ts'

/** Nowhere yet: what a parked session has. */
export const nowhere = { day: null, startsAt: null, roomId: null } as const

/** Where a session of the board is. */
export function placementOf({ lockedIds }: Board, session: ProgrammeSession): Placement {
  const { day, startsAt, durationMinutes, roomId } = session
  return { day, startsAt, durationMinutes, roomId, isLocked: lockedIds.includes(session.id) }
}

export function isSamePlacement(a: Placement, b: Placement): boolean {
  return (
    a.day === b.day &&
    a.startsAt === b.startsAt &&
    a.durationMinutes === b.durationMinutes &&
    a.roomId === b.roomId &&
    a.isLocked === b.isLocked
  )
}

/** What takes `change` back. */
export function invert(change: BoardChange): BoardChange {
  switch (change.kind) {
    case 'placed':
      return { ...change, from: change.to, to: change.from }
    case 'added':
      return { ...change, kind: 'removed' }
    case 'removed':
      return { ...change, kind: 'added' }
    case 'slot-added':
      return { ...change, kind: 'slot-removed' }
    case 'slot-removed':
      return { ...change, kind: 'slot-added' }
  }
}

/** What takes all of `changes` back: the last first. */
export function invertAll(changes: readonly BoardChange[]): BoardChange[] {
  return changes.toReversed().map(invert)
}

/** The session or slot that a change is about. */
export function subjectOf(change: BoardChange): string {
  if (change.kind === 'placed') return change.sessionId
  return 'slot' in change ? change.slot.id : change.session.id
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)

function withLock(ids: readonly string[], id: string, isLocked: boolean): readonly string[] {
  if (ids.includes(id) === isLocked) return ids
  return isLocked ? [...ids, id].sort() : ids.filter((one) => one !== id)
}

function withSessions(board: Board, sessions: readonly ProgrammeSession[]): Board {
  return { ...board, programme: { ...board.programme, sessions } }
}

function hasRoom({ programme }: Board, roomId: string | null): boolean {
  return roomId === null || programme.rooms.some((room) => room.id === roomId)
}

/** The board after one change, or null where the board is not what the change starts from: somebody was there before. */
function applyOne(board: Board, change: BoardChange): Board | null {
  const { sessions } = board.programme
  switch (change.kind) {
    case 'placed': {
      const index = sessions.findIndex((session) => session.id === change.sessionId)
      const session = sessions[index]
      if (!session || !hasRoom(board, change.to.roomId)) return null
      if (!isSamePlacement(placementOf(board, session), change.from)) return null
      const { isLocked, ...place } = change.to
      const lockedIds = withLock(board.lockedIds, session.id, isLocked)
      return withSessions({ ...board, lockedIds }, sessions.with(index, { ...session, ...place }))
    }
    case 'added': {
      const { session, isLocked } = change
      if (sessions.some((one) => one.id === session.id) || !hasRoom(board, session.roomId)) return null
      const lockedIds = withLock(board.lockedIds, session.id, isLocked)
      return withSessions({ ...board, lockedIds }, [...sessions, session].sort(byId))
    }
    case 'removed': {
      const present = sessions.find((one) => one.id === change.session.id)
      const former = placementOf(board, change.session)
      if (!present || !isSamePlacement(placementOf(board, present), former)) return null
      const lockedIds = withLock(board.lockedIds, present.id, false)
      return withSessions(
        { ...board, lockedIds },
        sessions.filter((one) => one !== present),
      )
    }
    case 'slot-added':
      return board.slots.some((slot) => slot.id === change.slot.id) || !hasRoom(board, change.slot.roomId)
        ? null
        : { ...board, slots: [...board.slots, change.slot].sort(byId) }
    case 'slot-removed':
      return board.slots.some((slot) => slot.id === change.slot.id)
        ? { ...board, slots: board.slots.filter((slot) => slot.id !== change.slot.id) }
        : null
  }
}

export type Applied =
  | { readonly kind: 'applied'; readonly board: Board }
  /** These are no longer as the changes found them; nothing was applied. */
  | { readonly kind: 'outdated'; readonly ids: readonly string[] }

/** Applies all of `changes` or, where one does not start from what is there, none. */
export function applyToBoard(board: Board, changes: readonly BoardChange[]): Applied {
  const outdated = new Set<string>()
  let after = board
  for (const change of changes) {
    const next = applyOne(after, change)
    if (next) after = next
    else outdated.add(subjectOf(change))
  }
  return outdated.size > 0 ? { kind: 'outdated', ids: [...outdated] } : { kind: 'applied', board: after }
}

/** The same effect with one change for each session that was only moved, and none where it ends where it began. */
export function condense(changes: readonly BoardChange[]): BoardChange[] {
  const others = changes.filter((change) => change.kind !== 'placed')
  const added = new Set(others.map(subjectOf))
  const moves = changes.filter((change) => change.kind === 'placed')
  // Who adds a session and moves it at once needs both, in this order.
  if (moves.some((move) => added.has(move.sessionId))) return [...changes]
  const bySession = Map.groupBy(moves, (move) => move.sessionId)
  const merged = [...bySession.values()].map((list) => ({ ...list[0]!, to: list.at(-1)!.to }))
  return [...others, ...merged.filter((move) => !isSamePlacement(move.from, move.to))]
}
