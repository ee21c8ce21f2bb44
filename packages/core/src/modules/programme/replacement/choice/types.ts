import type { DraftEntry } from '../../draft/list/types.ts'

/** Sessions to choose from when somebody falls ill, the nearest first. */
export type SessionChoice = {
  readonly sessions: readonly DraftEntry[]
  /** How many more there are. */
  readonly more: number
}
