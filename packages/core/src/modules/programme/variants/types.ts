import type { ChangeReport } from '../changelog/types.ts'
import type { Move } from '../moves/types.ts'
import type { ProgrammeSession } from '../types.ts'
import type { Severity, Warning } from '../warnings/types.ts'

export type Place = Pick<ProgrammeSession, 'day' | 'startsAt' | 'durationMinutes' | 'roomId'>

/** Session → where it is. */
export type Places = Readonly<Record<string, Place>>

/**
 * Where the sessions would be if …: a name and places. What sessions say is always that of the draft, so that a variant does
 * not grow old; `base` is where they were when it was made, so that what it changes can be told from what the draft did since.
 */
export type Variant = {
  readonly id: string
  readonly revision: number
  readonly name: string
  readonly note: string | null
  readonly base: Places
  readonly places: Places
  /** Instant, ISO 8601. */
  readonly createdAt: string
}

/** Two ways to place the same sessions, side by side. */
export type Comparison = {
  /** What leads from the first to the second. */
  readonly report: ChangeReport
  readonly figures: readonly [VariantFigures, VariantFigures]
  /** Warnings that only one of the two has. */
  readonly onlyFirst: readonly Warning[]
  readonly onlySecond: readonly Warning[]
}

export type VariantFigures = {
  /** Sessions with a time. */
  readonly placed: number
  readonly parked: number
  readonly roomsUsed: number
  readonly warnings: Readonly<Record<Severity, number>>
}

/** Sessions that both the variant and the draft have moved since the variant was made, to different places. */
export type Merge =
  | { readonly kind: 'merged'; readonly places: ReadonlyMap<string, Place> }
  | { readonly kind: 'disputed'; readonly ids: readonly string[] }

/** What a variant can be asked for: places. What adds sessions, and locks, are the draft's. */
export type VariantMove = Extract<Move, { kind: 'place' | 'park' | 'swap' | 'resize' | 'change-room' | 'shift' }>
