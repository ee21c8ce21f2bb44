import { applyToBoard, condense } from './board/rules.ts'
import { copyDay } from './copying/rules.ts'
import { layOutDay } from './laying/rules.ts'
import { changeRoom, park, place, resize, setLock, shift, swap } from './moving/rules.ts'
import { removeSlots } from './slots/rules.ts'
import type { Board, BoardChange, Fresh, Move, MoveRefusal, PlannedMoves } from './types.ts'

/** What one move does to the board as it is. */
function planMove(board: Board, move: Move, fresh: Fresh): readonly BoardChange[] | MoveRefusal {
  switch (move.kind) {
    case 'place':
      return place(board, move)
    case 'park':
      return park(board, move)
    case 'swap':
      return swap(board, move)
    case 'resize':
      return resize(board, move)
    case 'lock':
    case 'unlock':
      return setLock(board, move)
    case 'change-room':
      return changeRoom(board, move)
    case 'shift':
      return shift(board, move)
    case 'copy-day':
      return copyDay(board, move, fresh)
    case 'lay-out':
      return layOutDay(board, move, fresh)
    case 'remove-slots':
      return removeSlots(board, move)
  }
}

/**
 * Works out what `moves`, one after the other, do to `board`, and what it is then. Moves never look at warnings: an editor
 * may do anything. All of them, or none: the first that cannot be done says why.
 */
export function planMoves(board: Board, moves: readonly Move[], fresh: Fresh): PlannedMoves {
  const all: BoardChange[] = []
  let current = board
  for (const move of moves) {
    const planned = planMove(current, move, fresh)
    if ('kind' in planned) return planned
    const applied = applyToBoard(current, planned)
    if (applied.kind === 'outdated') throw new Error(`${move.kind} plans for another board than it was given`)
    all.push(...planned)
    current = applied.board
  }
  return { kind: 'planned', changes: condense(all), board: current }
}
