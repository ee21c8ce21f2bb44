import { placementOf, subjectOf } from '../moves/board/rules.ts'
import type { Board, BoardChange } from '../moves/types.ts'
import type { ProgrammeSession } from '../types.ts'
import type { Edit, EditKind, KeptChange } from './types.ts'

/** A change as the journal keeps it. */
export function keepChange(change: BoardChange): KeptChange {
  if (!('session' in change)) return change
  const { day, startsAt, durationMinutes, roomId } = change.session
  const at = { day, startsAt, durationMinutes, roomId, isLocked: change.isLocked }
  return { kind: change.kind, sessionId: change.session.id, at }
}

/** The changes of an edit as a board takes them. `sessions`: what is on the board, and what was removed from it. */
export function recallChanges(
  kept: readonly KeptChange[],
  sessions: ReadonlyMap<string, ProgrammeSession>,
): BoardChange[] {
  return kept.flatMap((change): BoardChange[] => {
    if (!('at' in change)) return [change]
    const session = sessions.get(change.sessionId)
    const { isLocked, ...place } = change.at
    return session ? [{ kind: change.kind, session: { ...session, ...place }, isLocked }] : []
  })
}

/** The sessions and slots that an edit touched. */
export function subjectsOf(changes: readonly KeptChange[]): string[] {
  return changes.map((change) => ('slot' in change ? change.slot.id : change.sessionId))
}

type Entry = { readonly id: string; readonly kind: EditKind; readonly ofId: string | null }

/** What an editor can undo and do again, by ids of edits, the next one last. A new edit forgets what could be done again. */
export function stacksOf(own: readonly Entry[]): {
  readonly undo: readonly string[]
  readonly redo: readonly string[]
} {
  const undo: string[] = []
  let redo: string[] = []
  for (const { id, kind, ofId } of own) {
    if (kind === 'edit') {
      undo.push(id)
      redo = []
    } else if (kind === 'undo') {
      undo.splice(undo.lastIndexOf(ofId!), 1)
      redo.push(ofId!)
    } else if (kind === 'redo') {
      redo.splice(redo.lastIndexOf(ofId!), 1)
      undo.push(ofId!)
    }
  }
  return { undo, redo }
}

type Touching = Pick<Edit, 'accountId' | 'changes'>

function touchedByOthers(ids: readonly string[], edits: readonly Touching[], accountId: string | null): string[] {
  const foreign = edits.filter((edit) => edit.accountId !== accountId)
  const touched = new Set(foreign.flatMap((edit) => subjectsOf(edit.changes)))
  return [...new Set(ids)].filter((id) => touched.has(id))
}

/** What of `changes` others have touched in `later` edits that an editor has not seen. */
export function touchedSince(
  changes: readonly BoardChange[],
  later: readonly Touching[],
  accountId: string | null,
): string[] {
  return touchedByOthers(changes.map(subjectOf), later, accountId)
}

/**
 * What `later` edits, in their order, left behind: none that was taken back among them, but what was taken back or done again
 * from before them, because it changed what was there.
 */
function effectiveOf<E extends Entry>(later: readonly E[]): E[] {
  const left = new Map<string, E>()
  for (const entry of later) {
    const origin = entry.ofId ?? entry.id
    const before = left.get(origin)
    left.delete(origin)
    if (!before || (before.kind === 'undo') === (entry.kind === 'undo')) left.set(origin, entry)
  }
  return [...left.values()]
}

/**
 * What of `edit` others have touched since it was done, or since it was last taken back or done again. A session that they
 * moved away and back by hand is touched: whoever goes a step over them would leave them a step that leads nowhere.
 *
 * @param later All edits of the edition after `edit`, in their order.
 */
export function touchedSinceStep(edit: Edit, later: readonly Edit[]): string[] {
  const since = effectiveOf(later.slice(later.findLastIndex((one) => one.ofId === edit.id) + 1))
  return touchedByOthers(subjectsOf(edit.changes), since, edit.accountId)
}

/** The changes that bring sessions of the board to other places. */
export function placeAll(
  board: Board,
  to: ReadonlyMap<string, Pick<ProgrammeSession, 'day' | 'startsAt' | 'durationMinutes' | 'roomId'>>,
): BoardChange[] {
  return board.programme.sessions.flatMap((session): BoardChange[] => {
    const place = to.get(session.id)
    if (!place) return []
    const from = placementOf(board, session)
    const { day, startsAt, durationMinutes, roomId } = place
    return [{ kind: 'placed', sessionId: session.id, from, to: { ...from, day, startsAt, durationMinutes, roomId } }]
  })
}
