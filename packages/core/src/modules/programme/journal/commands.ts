import { newId } from '../../../kernel/ids.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import { uniqueSlug } from '../../../kernel/slug.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { lockEdition } from '../draft/commands.ts'
import { readRemoved } from '../draft/queries.ts'
import { applyToBoard, invertAll } from '../moves/board/rules.ts'
import { planMoves } from '../moves/rules.ts'
import type { MovesInput } from '../moves/schema.ts'
import type { Board, BoardChange, Fresh } from '../moves/types.ts'
import { findEdit, listEdits, readBoard, readStacks } from './queries.ts'
import { recallChanges, touchedSince, touchedSinceStep } from './rules.ts'
import type { Edit, EditOutcome } from './types.ts'
import { editorOf, recordEdit } from './writing/commands.ts'

/** Ids, and slugs that no session of the edition ever had. */
async function makeFresh(tx: Transaction, editionId: string): Promise<Fresh> {
  const rows = await tx.selectFrom('sessions').select('slug').where('edition_id', '=', editionId).execute()
  const taken = new Set(rows.map((row) => row.slug))
  return { id: (kind) => newId(kind), slug: (wanted) => uniqueSlug(wanted, taken, 'beitrag') }
}

/**
 * Does what an editor asks for to the draft: all of it at once, to be undone at once, or nothing. With `seen`, what others
 * have touched after that edit is left alone and named. What the public sees stays until the programme is published.
 */
export async function applyMoves(ctx: Context, scope: EditionScope, input: MovesInput): Promise<EditOutcome> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const [board, fresh] = [await readBoard(tx, scope.editionId), await makeFresh(tx, scope.editionId)]
    const planned = planMoves(board, input.moves, fresh)
    if (planned.kind !== 'planned') return planned
    if (planned.changes.length === 0) return { kind: 'nothing' }
    if (input.seen !== undefined) {
      const later = await listEdits(tx, scope, input.seen)
      const ids = touchedSince(planned.changes, later, editorOf(ctx))
      if (ids.length > 0) return { kind: 'outdated', ids }
    }
    const { changes, board: after } = planned
    const done = { kind: 'edit', ofId: null, moves: input.moves, changes, board: after } as const
    return { kind: 'done', edit: await recordEdit(ctx, tx, scope.editionId, done) }
  })
}

async function recall(tx: Transaction, editionId: string, board: Board, edit: Edit): Promise<BoardChange[]> {
  const isOfSessions = edit.changes.some((change) => 'at' in change)
  const removed = isOfSessions ? await readRemoved(tx, editionId) : []
  const sessions = new Map([...removed, ...board.programme.sessions].map((session) => [session.id, session]))
  return recallChanges(edit.changes, sessions)
}

/** Goes one step back or forth along the edits of whoever acts. */
async function step(ctx: Context, scope: EditionScope, kind: 'undo' | 'redo'): Promise<EditOutcome> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const stacks = await readStacks(tx, scope, editorOf(ctx))
    const ofId = stacks[kind].at(-1)
    const edit = ofId === undefined ? null : await findEdit(tx, scope, ofId)
    if (!edit) return { kind: 'nothing' }
    const ids = touchedSinceStep(edit, await listEdits(tx, scope, edit.number))
    if (ids.length > 0) return { kind: 'outdated', ids }
    const board = await readBoard(tx, scope.editionId)
    const changes = await recall(tx, scope.editionId, board, edit)
    const wanted = kind === 'undo' ? invertAll(changes) : changes
    const applied = applyToBoard(board, wanted)
    if (applied.kind === 'outdated') return applied
    const done = { kind, ofId: edit.id, moves: edit.moves, changes: wanted, board: applied.board }
    return { kind: 'done', edit: await recordEdit(ctx, tx, scope.editionId, done) }
  })
}

/**
 * Takes back the last edit of whoever acts that they have not taken back yet. `outdated`: somebody else has moved the same
 * sessions or slots since, and nothing is taken back. What was added is taken out of the draft, not deleted.
 */
export function undoEdit(ctx: Context, scope: EditionScope): Promise<EditOutcome> {
  return step(ctx, scope, 'undo')
}

/** Does again what whoever acts took back last, unless they have done something else since. `outdated` as for `undoEdit`. */
export function redoEdit(ctx: Context, scope: EditionScope): Promise<EditOutcome> {
  return step(ctx, scope, 'redo')
}
