import { wallMinutes, wallTimeOf } from '../grid/rules.ts'
import type { Board } from '../moves/types.ts'

/** The board without what neither moves nor warnings look at, which is most of what a large one weighs. */
export function withoutTexts(board: Board): Board {
  const sessions = board.programme.sessions.map((session) => ({
    ...session,
    abstract: '',
    description: '',
    method: null,
    links: [],
  }))
  return { ...board, programme: { ...board.programme, sessions } }
}

/** The longest stretch of days that is filled up between the first and the last of an edition. */
const mostDays = 14

/** The days of a grid in their order: those of the edition from its first to its last, and those that anything is on. */
export function daysOf(board: Board, dates: readonly string[]): string[] {
  const [first, last = first] = dates
  const days = new Set(board.slots.map((slot) => slot.day))
  for (const session of board.programme.sessions) if (session.day !== null) days.add(session.day)
  if (first !== undefined && last !== undefined) {
    const from = wallMinutes(`${first}T00:00`)
    const count = Math.min(mostDays, (wallMinutes(`${last}T00:00`) - from) / 1_440 + 1)
    for (let n = 0; n < count; n++) days.add(wallTimeOf(from + n * 1_440).slice(0, 10))
  }
  return [...days].sort()
}
