import type { Places } from '../../variants/types.ts'
import type { Planned } from '../proposal/types.ts'
import type { PlanTask } from '../types.ts'

/** `failed`: it ended without an outcome, because the server did, or by a fault of ours. */
export type RunState = 'queued' | 'running' | 'done' | 'failed'

/** The planning of an edition: under way, or done and waiting for somebody to accept or reject it. An edition has one at most. */
export type PlanRun = {
  readonly id: string
  /** Whose it is; null for an account that is gone. */
  readonly accountId: string | null
  readonly task: PlanTask
  /** How much CPU time it may take. */
  readonly seconds: number
  readonly state: RunState
  readonly isStopping: boolean
  /** Where the sessions were when it began. */
  readonly base: Places
  /** How much of it is done, 0 to 1. */
  readonly share: number
  /** Where the sessions would be that it moves: so far, or in the end. */
  readonly places: Places
  readonly outcome: Planned | null
  /** Instant, ISO 8601. */
  readonly createdAt: string
  /** When it last gave a sign of life. Instant, ISO 8601. */
  readonly seenAt: string
}

/** `busy`: the edition is being planned already. */
export type RequestOutcome = { readonly kind: 'queued'; readonly id: string } | { readonly kind: 'busy' }
