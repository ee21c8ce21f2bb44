import type { EditionScope } from '@fachtag/core/kernel/scope'
import { readEditsSince } from '@fachtag/core/modules/programme/editing/queries'
import { applyMoves, redoEdit, undoEdit } from '@fachtag/core/modules/programme/journal/commands'
import type { EditOutcome } from '@fachtag/core/modules/programme/journal/types'
import { moveInput } from '@fachtag/core/modules/programme/moves/schema'
import { moveInVariant } from '@fachtag/core/modules/programme/variants/commands'
import { findVariant } from '@fachtag/core/modules/programme/variants/queries'
import { isVariantMove } from '@fachtag/core/modules/programme/variants/rules'
import type { Context } from '@fachtag/core/platform/context/types'
import { error } from '@sveltejs/kit'
import { z } from 'zod'
import type { MovesAnswer, MovesRequest } from '#lib/programme-editor/types.ts'

export const movesRequest = z.strictObject({
  moves: z.array(moveInput).min(1).max(500),
  seen: z.int().min(0).optional(),
  variant: z.strictObject({ id: z.string().max(40), revision: z.int() }).optional(),
})

export const stepRequest = z.strictObject({ step: z.enum(['undo', 'redo']) })

async function withSteps(ctx: Context, scope: EditionScope, outcome: EditOutcome): Promise<MovesAnswer> {
  if (outcome.kind !== 'done') return outcome
  const { steps } = await readEditsSince(ctx, scope, outcome.edit.number)
  return { ...outcome, steps }
}

async function moveVariant(
  ctx: Context,
  scope: EditionScope,
  { moves, variant }: Required<Pick<MovesRequest, 'moves' | 'variant'>>,
): Promise<MovesAnswer> {
  const possible = moves.filter(isVariantMove)
  if (possible.length < moves.length) error(422, 'not in a variant')
  const { id, revision } = variant
  const outcome = await moveInVariant(ctx, scope, id, { moves: possible, expectedRevision: revision })
  if (outcome.kind !== 'done') return outcome as MovesAnswer
  return { kind: 'moved', revision: (await findVariant(ctx.db, scope, id)).revision }
}

/** Does what the editor asks for, in the draft or in the variant that it names. */
export async function move(ctx: Context, scope: EditionScope, request: MovesRequest): Promise<MovesAnswer> {
  const { moves, seen, variant } = request
  if (variant) return moveVariant(ctx, scope, { moves, variant })
  return withSteps(ctx, scope, await applyMoves(ctx, scope, { moves, seen }))
}

/** Goes one step back or forth along the edits of whoever asks. */
export async function step(ctx: Context, scope: EditionScope, kind: 'undo' | 'redo'): Promise<MovesAnswer> {
  return withSteps(ctx, scope, await (kind === 'undo' ? undoEdit : redoEdit)(ctx, scope))
}
