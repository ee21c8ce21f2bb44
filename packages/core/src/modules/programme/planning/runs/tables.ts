import type { Generated } from 'kysely'
import type { Places } from '../../variants/types.ts'
import type { Planned } from '../proposal/types.ts'
import type { PlanTask } from '../types.ts'
import type { RunState } from './types.ts'

export interface RunsTables {
  plan_runs: {
    id: string
    edition_id: string
    account_id: string | null
    task: PlanTask
    seconds: number
    state: RunState
    is_stopping: Generated<boolean>
    base: Places
    share: Generated<number>
    places: Places
    outcome: Planned | null
    created_at: string
    seen_at: string
  }
}

declare module '../../../../platform/database/tables.ts' {
  interface Tables extends RunsTables {}
}
