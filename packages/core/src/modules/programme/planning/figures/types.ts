import type { Severity } from '../../warnings/types.ts'

/** A programme in figures that people understand. */
export type PlanFigures = {
  /** Work sessions with a time, and without. */
  readonly placed: number
  readonly unplaced: number
  /** Share (0 to 1) of all marks that visitors can act on without being in two places; null where nobody has marked anything. */
  readonly attendable: number | null
  readonly peopleInTwoPlaces: number
  /** Sessions that are elsewhere than in the draft. */
  readonly moved: number
  /** Of those, how many are published where they were. */
  readonly movedPublished: number
  readonly warnings: Readonly<Record<Severity, number>>
}
