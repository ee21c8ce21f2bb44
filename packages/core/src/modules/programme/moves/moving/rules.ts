import { wallMinutes, wallTimeOf } from '../../grid/rules.ts'
import type { ProgrammeSession } from '../../types.ts'
import { nowhere, placementOf } from '../board/rules.ts'
import type { Board, BoardChange, MoveOf, MoveRefusal, Placement } from '../types.ts'

type Outcome = readonly BoardChange[] | MoveRefusal

/** The sessions that a move names, each once, or why it cannot be done: one is gone, or locked. */
function find(board: Board, named: readonly string[], isLockIn = true): readonly ProgrammeSession[] | MoveRefusal {
  const ids = [...new Set(named)]
  const known = new Map(board.programme.sessions.map((session) => [session.id, session]))
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0) return { kind: 'unknown', ids: unknown }
  const locked = isLockIn ? ids.filter((id) => board.lockedIds.includes(id)) : []
  return locked.length > 0 ? { kind: 'locked', ids: locked } : ids.map((id) => known.get(id)!)
}

/** Takes each of the sessions from where it is to what `to` makes of that. */
function moveEach(
  board: Board,
  sessions: readonly ProgrammeSession[],
  to: (from: Placement, session: ProgrammeSession) => Partial<Placement>,
): BoardChange[] {
  return sessions.map((session) => {
    const from = placementOf(board, session)
    return { kind: 'placed', sessionId: session.id, from, to: { ...from, ...to(from, session) } }
  })
}

function isRefusal(found: readonly unknown[] | MoveRefusal): found is MoveRefusal {
  return 'kind' in found
}

function knowsRoom(board: Board, roomId: string | null): MoveRefusal | null {
  const isKnown = roomId === null || board.programme.rooms.some((room) => room.id === roomId)
  return isKnown ? null : { kind: 'unknown', ids: [roomId] }
}

export function place(board: Board, move: MoveOf<'place'>): Outcome {
  const found = find(board, [move.sessionId])
  if (isRefusal(found)) return found
  const { day, startsAt, roomId, durationMinutes } = move
  const to = (from: Placement) => ({
    day,
    startsAt,
    roomId,
    durationMinutes: durationMinutes ?? from.durationMinutes,
  })
  return knowsRoom(board, roomId) ?? moveEach(board, found, to)
}

export function park(board: Board, move: MoveOf<'park'>): Outcome {
  const found = find(board, move.sessionIds)
  return isRefusal(found) ? found : moveEach(board, found, () => nowhere)
}

export function swap(board: Board, move: MoveOf<'swap'>): Outcome {
  const found = find(board, move.sessionIds)
  if (isRefusal(found)) return found
  return moveEach(board, found, (_, session) => {
    const { day, startsAt, roomId } = found.find((other) => other !== session) ?? session
    return { day, startsAt, roomId }
  })
}

export function resize(board: Board, move: MoveOf<'resize'>): Outcome {
  const found = find(board, [move.sessionId])
  return isRefusal(found) ? found : moveEach(board, found, () => ({ durationMinutes: move.durationMinutes }))
}

export function setLock(board: Board, move: MoveOf<'lock' | 'unlock'>): Outcome {
  const found = find(board, move.sessionIds, false)
  return isRefusal(found) ? found : moveEach(board, found, () => ({ isLocked: move.kind === 'lock' }))
}

/** Many are moved at once: those that are locked stay, as somebody wanted. */
function free(board: Board, isMeant: (session: ProgrammeSession) => boolean): ProgrammeSession[] {
  return board.programme.sessions.filter(
    (session) => session.startsAt !== null && isMeant(session) && !board.lockedIds.includes(session.id),
  )
}

export function changeRoom(board: Board, move: MoveOf<'change-room'>): Outcome {
  const refusal = knowsRoom(board, move.fromRoomId) ?? knowsRoom(board, move.toRoomId)
  if (refusal) return refusal
  const { day, from = '', until = '9999' } = move
  const inBlock = ({ startsAt }: ProgrammeSession) => startsAt! >= from && startsAt! < until
  const sessions = free(board, (one) => one.day === day && one.roomId === move.fromRoomId && inBlock(one))
  return moveEach(board, sessions, () => ({ roomId: move.toRoomId }))
}

export function shift(board: Board, move: MoveOf<'shift'>): Outcome {
  const { day, from, minutes, roomId, trackId } = move
  const sessions = free(
    board,
    (one) =>
      one.day === day &&
      one.startsAt! >= from &&
      (roomId === undefined || one.roomId === roomId) &&
      (trackId === undefined || one.trackId === trackId),
  )
  return moveEach(board, sessions, ({ startsAt }) => ({ startsAt: wallTimeOf(wallMinutes(startsAt!) + minutes) }))
}
