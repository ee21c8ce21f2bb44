import type { ConferenceProblem } from '@fachtag/planner/conference/problem'
import type { Equipment } from '../../circumstances/types.ts'
import type { Frame } from '../frame/types.ts'

/** What the organisers asked for and a plan cannot go by. */
export type Waived =
  /** No room is said to have it. */
  | { readonly kind: 'equipment'; readonly equipment: Equipment; readonly sessionIds: readonly string[] }
  /** It closes a circle with other wishes. */
  | { readonly kind: 'order'; readonly wishId: string }

export type Impossible = {
  readonly kind: 'impossible'
  readonly reason: 'no-rooms' | 'no-days' | 'no-days-left' | 'nothing-to-plan'
}

/** A task in the planner's words. */
export type Posed = {
  readonly kind: 'problem'
  readonly problem: ConferenceProblem
  readonly frame: Frame
  /** The sessions that the plan may move. */
  readonly movingIds: readonly string[]
  readonly waived: readonly Waived[]
}
