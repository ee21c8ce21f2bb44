import type { EditionScope } from '../../kernel/scope.ts'
import type { Explanation } from '../../modules/programme/planning/explaining/types.ts'
import type { Planned } from '../../modules/programme/planning/proposal/types.ts'
import type { PlanningInput, PlanTask } from '../../modules/programme/planning/types.ts'
import type { Places } from '../../modules/programme/variants/types.ts'

/** A plan to make. `stop`: one number that turns 1 when the search has to end with what it has. */
export type PlanThreadTask = {
  readonly kind: 'plan'
  readonly input: PlanningInput
  readonly task: PlanTask
  readonly seconds: number
  readonly stop: SharedArrayBuffer
}

/** A place to explain. */
export type ExplainThreadTask = {
  readonly kind: 'explain'
  readonly input: PlanningInput
  readonly task: PlanTask
  readonly sessionId: string
}

/** What a thread is told to work on. */
export type ThreadTask = PlanThreadTask | ExplainThreadTask

export type ThreadMessage =
  | { readonly kind: 'progress'; readonly share: number; readonly places: Places }
  | { readonly kind: 'planned'; readonly outcome: Planned }
  | { readonly kind: 'explained'; readonly explanation: Explanation }

/** Plans programmes beside all else that the server does: one at a time, in a thread of its own. */
export interface Planner {
  /** Works on a run that `requestPlan` has noted, as soon as those before it are done. Whoever asked need not wait. */
  start(scope: EditionScope, runId: string): void
  /** Why a session is where the draft has it, or, where a proposal waits, where that has it. */
  explain(scope: EditionScope, sessionId: string): Promise<Explanation>
  /** Makes ready for `explain`, so that the first one asked is answered as fast as the others. Nobody need wait. */
  prepare(): void
  /** Ends what is under way, without an outcome. May be called twice. */
  close(): Promise<void>
}
