import type { SessionCard } from '../sessions/types.ts'

/** What became of a session from one programme to another. */
export const marks = ['added', 'removed', 'cancelled', 'reinstated', 'moved', 'changed'] as const
export type Mark = (typeof marks)[number]

/** A session on the grid of a difference. */
export type MarkedSession = {
  /** Under an id of its own where it is a ghost, so that both can stand on one grid. */
  readonly card: SessionCard
  readonly sessionId: string
  /** null where it is the same in both. */
  readonly mark: Mark | null
  /** Stands where the session was: it is somewhere else now, or gone. */
  readonly isGhost: boolean
}

/** A day of either programme; null for what has none. */
export type ComparedDay = {
  readonly day: string | null
  /** How many sessions that day has now, and how many changes can be seen on it. */
  readonly count: number
  readonly markCount: number
}
