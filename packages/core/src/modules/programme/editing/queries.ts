import type { LocalizedText } from '../../../kernel/localized-text.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { nameAccounts } from '../../people/accounts/names/queries.ts'
import { readCircumstances } from '../circumstances/queries.ts'
import { findEdit, listEdits, readBoard, readLastEdit, readStacks } from '../journal/queries.ts'
import type { Edit } from '../journal/types.ts'
import { editorOf } from '../journal/writing/commands.ts'
import type { Board } from '../moves/types.ts'
import { findVariant } from '../variants/queries.ts'
import { withPlaces } from '../variants/rules.ts'
import { listAcceptances } from '../warnings/queries.ts'
import { daysOf, withoutTexts } from './rules.ts'
import type { Editing, Edits, NextSteps } from './types.ts'

/** How many of the last edits are read with the board. */
const recentEdits = 30

async function readSteps(ctx: Context, db: Db, scope: EditionScope): Promise<NextSteps> {
  const stacks = await readStacks(db, scope, editorOf(ctx))
  const find = (id: string | undefined) => (id === undefined ? null : findEdit(db, scope, id))
  return { undo: await find(stacks.undo.at(-1)), redo: await find(stacks.redo.at(-1)) }
}

async function nameAll(db: Db, accountIds: readonly (string | null)[]): Promise<Record<string, string>> {
  return Object.fromEntries(await nameAccounts(db, [...new Set(accountIds.filter((id) => id !== null))]))
}

async function withNames(ctx: Context, db: Db, scope: EditionScope, edits: readonly Edit[]): Promise<Edits> {
  const names = await nameAll(
    db,
    edits.map((edit) => edit.accountId),
  )
  return { edits, steps: await readSteps(ctx, db, scope), names }
}

/** The edits after the one with the number `after`, and what whoever asks can take back now. At most five queries. */
export async function readEditsSince(ctx: Context, scope: EditionScope, after: number): Promise<Edits> {
  ctx.authorize('programme.view', scope)
  return withNames(ctx, ctx.db, scope, await listEdits(ctx.db, scope, after))
}

async function nameTopics(db: Db, board: Board): Promise<Record<string, LocalizedText>> {
  const ids = [...new Set(board.programme.sessions.flatMap((session) => session.topicIds))]
  if (ids.length === 0) return {}
  const rows = await db.selectFrom('topics').select(['id', 'name']).where('id', 'in', ids).execute()
  return Object.fromEntries(rows.map((row) => [row.id, row.name]))
}

async function readDates(db: Db, editionId: string): Promise<string[]> {
  const row = await db
    .selectFrom('editions')
    .select(['starts_on', 'ends_on', 'date_precision as precision'])
    .where('id', '=', editionId)
    .executeTakeFirst()
  return row?.starts_on && row.precision === 'day' ? [row.starts_on, row.ends_on ?? row.starts_on] : []
}

async function show(db: Db, scope: EditionScope, board: Board, variantId: string | null) {
  if (variantId === null) return { board: withoutTexts(board), variant: null }
  const { id, name, revision, places } = await findVariant(db, scope, variantId)
  const programme = withPlaces(board.programme, places)
  return { board: withoutTexts({ ...board, programme, lockedIds: [] }), variant: { id, name, revision } }
}

async function readAll(ctx: Context, db: Db, scope: EditionScope, variantId: string | null): Promise<Editing> {
  const number = await readLastEdit(db, scope.editionId)
  const draft = await readBoard(db, scope.editionId)
  const acceptances = await listAcceptances(db, scope)
  const edits = await withNames(ctx, db, scope, await listEdits(db, scope, number - recentEdits))
  const accepting = await nameAll(
    db,
    acceptances.map((one) => one.accountId),
  )
  return {
    ...edits,
    ...(await show(db, scope, draft, variantId)),
    number,
    circumstances: await readCircumstances(db, scope.editionId),
    acceptances,
    names: { ...edits.names, ...accepting },
    topics: await nameTopics(db, draft),
    days: daysOf(draft, await readDates(db, scope.editionId)),
  }
}

/**
 * What somebody needs to edit the programme, as it was at one moment; with `variantId` the board shows that variant. Some
 * thirty queries whatever its size. Throws `variant.not_found`.
 */
export async function readEditing(ctx: Context, scope: EditionScope, variantId: string | null): Promise<Editing> {
  ctx.authorize('programme.view', scope)
  return ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => readAll(ctx, tx, scope, variantId))
}
