import { sql } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { insertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { lockEdition } from '../../draft/commands.ts'
import { readDraft } from '../../draft/queries.ts'
import { readBoard } from '../../journal/queries.ts'
import { placeAll } from '../../journal/rules.ts'
import { editorOf, recordEdit } from '../../journal/writing/commands.ts'
import { applyToBoard } from '../../moves/board/rules.ts'
import type { TakeOverOutcome } from '../../variants/commands.ts'
import { mergeVariant, placesOf } from '../../variants/rules.ts'
import { withNeeded } from '../proposal/rules.ts'
import type { Proposal } from '../proposal/types.ts'
import { findRun } from './queries.ts'
import { isUnderWay } from './rules.ts'
import type { AcceptInput, PlanInput } from './schema.ts'
import type { PlanRun, RequestOutcome } from './types.ts'

/** Notes that the edition is to be planned, from its draft as it is now. A proposal that nobody has accepted is forgotten. */
export async function requestPlan(ctx: Context, scope: EditionScope, input: PlanInput): Promise<RequestOutcome> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const former = await findRun(tx, scope)
    if (former && isUnderWay(former, ctx.now())) return { kind: 'busy' }
    await tx.deleteFrom('plan_runs').where('edition_id', '=', scope.editionId).execute()
    const id = newId('planRun')
    const now = ctx.now().toString()
    const row = {
      id,
      edition_id: scope.editionId,
      account_id: editorOf(ctx),
      task: input.task,
      seconds: input.seconds,
      state: 'queued' as const,
      base: placesOf(await readDraft(tx, scope.editionId)),
      places: {},
      outcome: null,
    }
    await insertRows(tx, 'plan_runs', [{ ...row, created_at: now, seen_at: now }])
    return { kind: 'queued', id }
  })
}

/** Ends the search with what it has found so far. One that has ended is no error. */
export async function stopPlan(ctx: Context, scope: EditionScope): Promise<void> {
  ctx.authorize('programme.edit', scope)
  await ctx.transaction((tx) =>
    tx.updateTable('plan_runs').set({ is_stopping: true }).where('edition_id', '=', scope.editionId).execute(),
  )
}

/** Forgets the proposal, or ends the search without one. Where there is none, nothing happens. */
export async function rejectPlan(ctx: Context, scope: EditionScope): Promise<void> {
  ctx.authorize('programme.edit', scope)
  await ctx.transaction((tx) => tx.deleteFrom('plan_runs').where('edition_id', '=', scope.editionId).execute())
}

type Proposed = { readonly run: PlanRun; readonly proposal: Proposal }

/** Throws `plan.not_found` where no proposal waits. */
async function findProposal(tx: Transaction, scope: EditionScope): Promise<Proposed> {
  const run = await findRun(tx, scope)
  if (run?.outcome?.kind !== 'proposal') throw new DomainError('plan.not_found', { edition: scope.editionId })
  return { run, proposal: run.outcome }
}

/** What of the proposal is taken: the moves named with all that they need, or all of them. */
function takenOf({ moves, places }: Proposal, ids: readonly string[] | undefined): Proposal['places'] {
  if (!ids) return places
  const taken = new Set(withNeeded(moves, ids))
  return Object.fromEntries(Object.entries(places).filter(([id]) => taken.has(id)))
}

/**
 * Moves in the draft what the proposal moves, as one edit that can be undone; of single moves also those that they need.
 * `disputed`: the draft has moved these sessions since, too; asked again with `prefer`, one of both counts (`variant` is the
 * proposal). What is not taken waits on. Throws `plan.not_found`.
 */
export async function acceptPlan(ctx: Context, scope: EditionScope, input: AcceptInput): Promise<TakeOverOutcome> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const { run, proposal } = await findProposal(tx, scope)
    const board = await readBoard(tx, scope.editionId)
    const taken = takenOf(proposal, input.ids)
    const merged = mergeVariant(board.programme, { base: run.base, places: { ...run.base, ...taken } }, input.prefer)
    if (merged.kind === 'disputed') return merged
    const locked = [...merged.places.keys()].filter((id) => board.lockedIds.includes(id))
    if (locked.length > 0) return { kind: 'locked', ids: locked }
    const changes = placeAll(board, merged.places)
    if (changes.length === 0) return { kind: 'nothing' }
    const applied = applyToBoard(board, changes)
    if (applied.kind === 'outdated') return applied
    const moves = [{ kind: 'plan', task: run.task.kind }] as const
    const done = { kind: 'edit', ofId: null, moves, changes, board: applied.board } as const
    return { kind: 'done', edit: await recordEdit(ctx, tx, scope.editionId, done) }
  })
}

/** Keeps the proposal as a variant of this name. `taken`: the edition has one of that name. Throws `plan.not_found`. */
export async function keepPlan(
  ctx: Context,
  scope: EditionScope,
  name: string,
): Promise<{ readonly kind: 'added'; readonly id: string } | { readonly kind: 'taken' }> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const { run, proposal } = await findProposal(tx, scope)
    const { rows } = await sql`select from variants where edition_id = ${scope.editionId} and name = ${name}`.execute(
      tx,
    )
    if (rows.length > 0) return { kind: 'taken' }
    const id = newId('variant')
    const placements = { ...run.base, ...proposal.places }
    const row = { id, edition_id: scope.editionId, name, note: null, base: run.base, placements }
    await insertRows(tx, 'variants', [{ ...row, created_at: ctx.now().toString() }])
    return { kind: 'added', id }
  })
}
