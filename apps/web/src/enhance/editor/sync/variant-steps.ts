import type { Board, Move } from '@fachtag/core/modules/programme/moves/types'
import type { ProgrammeSession } from '@fachtag/core/modules/programme/types'

type Step = { readonly back: readonly Move[]; readonly forth: readonly Move[] }

/** The move that puts a session where `to` has it; null where no move can say so. */
function moveTo(from: ProgrammeSession, to: ProgrammeSession): Move[] | null {
  const { id: sessionId, day, startsAt, roomId, durationMinutes } = to
  if (durationMinutes === null && from.durationMinutes !== null) return null
  if (startsAt === null) {
    const isThere = from.startsAt === null && from.day === day && from.roomId === roomId
    if (!isThere && (day !== null || roomId !== null)) return null
    const resized = durationMinutes !== null && durationMinutes !== from.durationMinutes
    return [
      ...(resized ? [{ kind: 'resize', sessionId, durationMinutes } as const] : []),
      ...(isThere ? [] : [{ kind: 'park', sessionIds: [sessionId] } as const]),
    ]
  }
  const place = { kind: 'place', sessionId, day: day ?? startsAt.slice(0, 10), startsAt, roomId } as const
  return [durationMinutes === null ? place : { ...place, durationMinutes }]
}

function movesBetween(before: Board, after: Board): Move[] | null {
  const former = new Map(before.programme.sessions.map((session) => [session.id, session]))
  const moves = after.programme.sessions.flatMap((to) => {
    const from = former.get(to.id)
    return from && from !== to ? [moveTo(from, to)] : []
  })
  return moves.includes(null) ? null : moves.flatMap((some) => some ?? [])
}

/**
 * What was done to a variant since it was opened, to go back and forth in. A variant has no journal: its steps are known only here,
 * and are forgotten as soon as somebody else has changed it.
 */
export class VariantSteps {
  #done: Step[] = []
  #undone: Step[] = []

  get can(): { readonly undo: boolean; readonly redo: boolean } {
    return { undo: this.#done.length > 0, redo: this.#undone.length > 0 }
  }

  /** Something was done that made `after` of `before`. */
  did(before: Board, after: Board): void {
    const [back, forth] = [movesBetween(after, before), movesBetween(before, after)]
    this.#undone = []
    if (back && forth) this.#done.push({ back, forth })
    else this.#done = []
  }

  /** Goes a step, and says by which moves; null where there is none. */
  take(kind: 'undo' | 'redo'): readonly Move[] | null {
    const [from, to] = kind === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done]
    const step = from.pop()
    if (!step) return null
    to.push(step)
    return kind === 'undo' ? step.back : step.forth
  }

  forget(): void {
    this.#done = []
    this.#undone = []
  }
}
