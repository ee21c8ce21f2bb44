import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Places } from '../../variants/types.ts'
import type { Planned } from '../proposal/types.ts'
import type { PlanTask } from '../types.ts'

/** What whoever works on a run has to know of it. */
export type Claimed = { readonly task: PlanTask; readonly seconds: number; readonly base: Places }

/** `gone`: somebody has rejected it; `stop`: somebody wants what there is so far. */
export type Wanted = 'go-on' | 'stop' | 'gone'

/** Takes a queued run up; null where somebody else has, or it was rejected. */
export async function claimRun(ctx: Context, scope: EditionScope, id: string): Promise<Claimed | null> {
  ctx.authorize('programme.edit', scope)
  const run = await ctx.transaction((tx) =>
    tx
      .updateTable('plan_runs')
      .set({ state: 'running', seen_at: ctx.now().toString() })
      .where('id', '=', id)
      .where('edition_id', '=', scope.editionId)
      .where('state', '=', 'queued')
      .returning(['task', 'seconds', 'base'])
      .executeTakeFirst(),
  )
  return run ?? null
}

/** Notes how far a run has come, or that it still waits, and hears whether it should go on. */
export async function noteProgress(
  ctx: Context,
  scope: EditionScope,
  id: string,
  progress: { readonly share: number; readonly places: Places } | null,
): Promise<Wanted> {
  ctx.authorize('programme.edit', scope)
  const seen = { seen_at: ctx.now().toString() }
  const run = await ctx.transaction((tx) =>
    tx
      .updateTable('plan_runs')
      .set(progress ? { ...seen, share: progress.share, places: JSON.stringify(progress.places) as never } : seen)
      .where('id', '=', id)
      .where('edition_id', '=', scope.editionId)
      .returning('is_stopping')
      .executeTakeFirst(),
  )
  if (!run) return 'gone'
  return run.is_stopping ? 'stop' : 'go-on'
}

/** Notes how a run ended; null: without an outcome. One that was rejected meanwhile stays gone. */
export async function endRun(ctx: Context, scope: EditionScope, id: string, outcome: Planned | null): Promise<void> {
  ctx.authorize('programme.edit', scope)
  const places = outcome?.kind === 'proposal' ? outcome.places : {}
  await ctx.transaction((tx) =>
    tx
      .updateTable('plan_runs')
      .set({
        state: outcome ? 'done' : 'failed',
        share: 1,
        places: JSON.stringify(places) as never,
        outcome: outcome ? (JSON.stringify(outcome) as never) : null,
        seen_at: ctx.now().toString(),
      })
      .where('id', '=', id)
      .where('edition_id', '=', scope.editionId)
      .execute(),
  )
}
