import { newId } from '../../../kernel/ids.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { announce } from '../../../platform/database/live.ts'
import { lockRevision } from '../../../platform/database/revision.ts'
import { insertRows } from '../../../platform/database/rows.ts'
import { lockEdition } from '../draft/commands.ts'
import { readDraft } from '../draft/queries.ts'
import { readBoard } from '../journal/queries.ts'
import { placeAll } from '../journal/rules.ts'
import type { EditOutcome } from '../journal/types.ts'
import { recordEdit } from '../journal/writing/commands.ts'
import { applyToBoard } from '../moves/board/rules.ts'
import { planMoves } from '../moves/rules.ts'
import type { Board, Fresh, MoveRefusal } from '../moves/types.ts'
import { findVariant, variantTopic } from './queries.ts'
import { mergeVariant, placesOf, withPlaces } from './rules.ts'
import type { VariantInput } from './schema.ts'
import type { VariantMove } from './types.ts'

/** Adds a variant that is the draft as it is now, or another variant. `taken`: the edition has one of that name. */
export async function addVariant(
  ctx: Context,
  scope: EditionScope,
  input: VariantInput,
): Promise<{ readonly kind: 'added'; readonly id: string } | { readonly kind: 'taken' }> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const named = tx.selectFrom('variants').where('edition_id', '=', scope.editionId).where('name', '=', input.name)
    if (await named.select('id').executeTakeFirst()) return { kind: 'taken' }
    const draft = placesOf(await readDraft(tx, scope.editionId))
    const model = input.from ? await findVariant(tx, scope, input.from) : { base: draft, places: draft }
    const id = newId('variant')
    const { name, note = null } = input
    const row = { id, edition_id: scope.editionId, name, note, base: model.base, placements: model.places }
    await insertRows(tx, 'variants', [{ ...row, created_at: ctx.now().toString() }])
    return { kind: 'added', id }
  })
}

/** Removes a variant. One that is gone already is no error. */
export async function removeVariant(ctx: Context, scope: EditionScope, id: string): Promise<void> {
  ctx.authorize('programme.edit', scope)
  await ctx.transaction((tx) =>
    tx.deleteFrom('variants').where('id', '=', id).where('edition_id', '=', scope.editionId).execute(),
  )
}

const nothingNew: Fresh = {
  id: () => {
    throw new Error('a variant adds nothing')
  },
  slug: () => {
    throw new Error('a variant adds nothing')
  },
}

export type VariantOutcome = { readonly kind: 'done' | 'conflict' } | MoveRefusal

/** Moves sessions in a variant, and tells of it; the draft stays as it is. `conflict`: somebody else has changed the variant meanwhile. Throws `variant.not_found`. */
export async function moveInVariant(
  ctx: Context,
  scope: EditionScope,
  id: string,
  input: { readonly moves: readonly VariantMove[]; readonly expectedRevision?: number | undefined },
): Promise<VariantOutcome> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    if ((await lockRevision(tx, 'variants', id, input.expectedRevision)) === 'changed') return { kind: 'conflict' }
    const variant = await findVariant(tx, scope, id)
    const draft = await readDraft(tx, scope.editionId)
    const board: Board = { programme: withPlaces(draft, variant.places), slots: [], lockedIds: [] }
    const planned = planMoves(board, input.moves, nothingNew)
    if (planned.kind !== 'planned') return planned
    const placements = { ...variant.places, ...placesOf(planned.board.programme) }
    // What has come into the draft since the variant was made is at home there from now on.
    const base = { ...placesOf(draft), ...variant.base }
    const { revision } = await tx
      .updateTable('variants')
      .set({ placements: JSON.stringify(placements) as never, base: JSON.stringify(base) as never })
      .where('id', '=', id)
      .returning('revision')
      .executeTakeFirstOrThrow()
    await announce(tx, { topic: variantTopic(scope.editionId, id), stamp: revision })
    return { kind: 'done' }
  })
}

export type TakeOverOutcome = EditOutcome | { readonly kind: 'disputed'; readonly ids: readonly string[] }

/**
 * Moves in the draft what the variant has moved, as one edit that can be undone. `disputed`: the draft has moved these
 * sessions since, too; asked again with `prefer`, one of both counts. Throws `variant.not_found`.
 */
export async function takeOverVariant(
  ctx: Context,
  scope: EditionScope,
  id: string,
  prefer?: 'variant' | 'draft',
): Promise<TakeOverOutcome> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const [variant, board] = [await findVariant(tx, scope, id), await readBoard(tx, scope.editionId)]
    const merged = mergeVariant(board.programme, variant, prefer)
    if (merged.kind === 'disputed') return merged
    const locked = [...merged.places.keys()].filter((sessionId) => board.lockedIds.includes(sessionId))
    if (locked.length > 0) return { kind: 'locked', ids: locked }
    const changes = placeAll(board, merged.places)
    if (changes.length === 0) return { kind: 'nothing' }
    const applied = applyToBoard(board, changes)
    if (applied.kind === 'outdated') return applied
    const moves = [{ kind: 'take-over', variant: variant.name }] as const
    const done = { kind: 'edit', ofId: null, moves, changes, board: applied.board } as const
    return { kind: 'done', edit: await recordEdit(ctx, tx, scope.editionId, done) }
  })
}
