import { recallChanges } from '@fachtag/core/modules/programme/journal/rules'
import type { Edit } from '@fachtag/core/modules/programme/journal/types'
import { applyToBoard } from '@fachtag/core/modules/programme/moves/board/rules'
import { planMoves } from '@fachtag/core/modules/programme/moves/rules'
import type { Board, Fresh } from '@fachtag/core/modules/programme/moves/types'
import type { Pending } from './types.ts'

/** The grid only moves what there is: what adds sessions or slots is done on pages of its own. */
export const nothingNew: Fresh = {
  id: () => {
    throw new Error('the grid adds nothing')
  },
  slug: () => {
    throw new Error('the grid adds nothing')
  },
}

/** `stored` with what is under way on top of it. What no longer fits is left out: the server will say so. */
export function rebase(stored: Board, pending: readonly Pending[]): Board {
  let board = stored
  for (const { wish } of pending) {
    if (wish.kind !== 'moves') continue
    const planned = planMoves(board, wish.moves, nothingNew)
    if (planned.kind === 'planned') board = planned.board
  }
  return board
}

/** The stored board after `edit`; null where it cannot be told from here and must be read anew. */
export function follow(stored: Board, edit: Edit): Board | null {
  if (edit.kind === 'outside' || edit.changes.some((change) => change.kind === 'added')) return null
  const sessions = new Map(stored.programme.sessions.map((session) => [session.id, session]))
  const applied = applyToBoard(stored, recallChanges(edit.changes, sessions))
  return applied.kind === 'applied' ? applied.board : null
}

/** The same text for values that say the same, whatever the order in which an object lists its parts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** Whether `edit` is what `me` asked for in `pending`: told from what was asked, because an answer may have been lost. */
export function isThatOf(pending: Pending, edit: Edit, me: string | null): boolean {
  if (edit.accountId !== me || edit.number <= pending.seen) return false
  const { wish } = pending
  if (wish.kind !== 'moves') return edit.kind === wish.kind
  return edit.kind === 'edit' && canonical(edit.moves) === canonical(wish.moves)
}
