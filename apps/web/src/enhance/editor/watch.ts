import type { Circumstances } from '@fachtag/core/modules/programme/circumstances/types'
import type { Board } from '@fachtag/core/modules/programme/moves/types'
import type { ProgrammeSession } from '@fachtag/core/modules/programme/types'
import { type SortedWarnings, sortWarnings } from '@fachtag/core/modules/programme/warnings/acceptance/rules'
import type { Acceptance } from '@fachtag/core/modules/programme/warnings/acceptance/types'
import { trackWarnings } from '@fachtag/core/modules/programme/warnings/tracking/rules'
import type { WarningTracker } from '@fachtag/core/modules/programme/warnings/tracking/types'
import type { Severity, Warning } from '@fachtag/core/modules/programme/warnings/types'

const ranks: readonly Severity[] = ['error', 'warning', 'hint']

/** Keeps the warnings of a board while it changes, and tells those of places that are only being considered. */
export class Watch {
  readonly #circumstances: Circumstances
  #tracker: WarningTracker
  #board: Board
  /** What is taken out of the tracker while places for it are considered. */
  #considered: ProgrammeSession | undefined

  constructor(board: Board, circumstances: Circumstances) {
    this.#board = board
    this.#circumstances = circumstances
    this.#tracker = this.#track(board)
  }

  #track(board: Board): WarningTracker {
    return trackWarnings(board.programme, { ...this.#circumstances, slots: board.slots })
  }

  /** All warnings of `board`, of which the last one that was followed is taken to be the former state. */
  follow(board: Board): Warning[] {
    this.settle()
    const former = this.#board
    this.#board = board
    if (board.slots !== former.slots || board.programme.rooms !== former.programme.rooms)
      this.#tracker = this.#track(board)
    else if (board !== former) this.#update(former, board)
    return this.#tracker.all()
  }

  #update(former: Board, board: Board): void {
    const known = new Map(former.programme.sessions.map((session) => [session.id, session]))
    const changed = board.programme.sessions.filter((session) => known.get(session.id) !== session)
    const present = new Set(board.programme.sessions.map((session) => session.id))
    this.#tracker.update(
      changed,
      [...known.keys()].filter((id) => !present.has(id)),
    )
  }

  /** What would be wrong if `session` were as given and nothing else had changed: what comes with it, the worst first. */
  consider(session: ProgrammeSession): Warning[] {
    if (this.#considered?.id !== session.id) {
      this.settle()
      this.#considered = this.#board.programme.sessions.find((one) => one.id === session.id)
      this.#tracker.update([], [session.id])
    }
    const { appeared } = this.#tracker.update([session])
    this.#tracker.update([], [session.id])
    return byRank(appeared)
  }

  /** Nothing is being considered any more. */
  settle(): void {
    if (this.#considered) this.#tracker.update([this.#considered])
    this.#considered = undefined
  }
}

/** Errors first, then warnings, then hints; else in the order given. */
export function byRank(warnings: readonly Warning[]): Warning[] {
  return warnings.toSorted((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity))
}

/** Open and accepted ones, and for each session the worst of the open ones that can be seen at it. */
export function sortOut(
  warnings: readonly Warning[],
  acceptances: readonly Acceptance[],
): SortedWarnings & { readonly worst: ReadonlyMap<string, Severity> } {
  const sorted = sortWarnings(byRank(warnings), acceptances)
  const worst = new Map<string, Severity>()
  for (const { warning } of sorted.open)
    for (const id of warning.sessionIds) if (!worst.has(id)) worst.set(id, warning.severity)
  return { ...sorted, worst }
}
