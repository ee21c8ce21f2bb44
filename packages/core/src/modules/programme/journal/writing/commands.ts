import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { announce } from '../../../../platform/database/live.ts'
import { insertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { saveDraft } from '../../draft/commands.ts'
import type { Board, BoardChange, Placement } from '../../moves/types.ts'
import type { ProgrammeSession } from '../../types.ts'
import { editingTopic, readLastEdit } from '../queries.ts'
import { keepChange } from '../rules.ts'
import type { Doing, Edit, EditKind } from '../types.ts'

type Placing = Placement & { readonly id: string; readonly state: 'planned' | null }

/** Whose edits these are: undo goes back along one's own. */
export function editorOf(ctx: Context): string | null {
  return ctx.actor.kind === 'account' ? ctx.actor.accountId : null
}

/** One statement, whatever the number of sessions; with a state they are brought back into the draft. */
async function placeSessions(ctx: Context, tx: Transaction, editionId: string, placings: readonly Placing[]) {
  if (placings.length === 0) return
  await sql`update sessions set day = placed.day, starts_at = placed."startsAt", room_id = placed."roomId",
      duration_minutes = placed."durationMinutes", is_locked = placed."isLocked",
      state = coalesce(placed.state, sessions.state), updated_at = ${ctx.now().toString()}
    from jsonb_to_recordset(${JSON.stringify(placings)}::jsonb) as placed
      (id text, day date, "startsAt" timestamp, "roomId" text, "durationMinutes" integer, "isLocked" boolean, state text)
    where sessions.id = placed.id and edition_id = ${editionId}`.execute(tx)
}

async function addSessions(ctx: Context, tx: Transaction, board: Board, editionId: string, ids: ReadonlySet<string>) {
  const added: readonly ProgrammeSession[] = board.programme.sessions.filter((session) => ids.has(session.id))
  if (added.length === 0) return
  const none = { added: [], removed: [], changed: [] }
  const changes = { timeZone: null, tracks: none, rooms: none, sessions: { ...none, added } }
  await saveDraft(tx, editionId, board.programme, changes, { sourceOf: () => null, now: ctx.now() })
}

async function saveSlots(tx: Transaction, editionId: string, changes: readonly BoardChange[]): Promise<void> {
  const added = changes.flatMap((change) => (change.kind === 'slot-added' ? [change.slot] : []))
  const removed = changes.flatMap((change) => (change.kind === 'slot-removed' ? [change.slot.id] : []))
  const rows = added.map((slot) => ({
    id: slot.id,
    edition_id: editionId,
    room_id: slot.roomId,
    day: slot.day,
    starts_at: slot.startsAt,
    duration_minutes: slot.durationMinutes,
  }))
  await insertRows(tx, 'slots', rows)
  if (removed.length > 0) await sql`delete from slots where id = any(${removed})`.execute(tx)
}

/** Makes the draft of a locked edition the board that `changes` led to. Sessions that they add again are those that were removed. */
async function writeBoard(
  ctx: Context,
  tx: Transaction,
  editionId: string,
  board: Board,
  changes: readonly BoardChange[],
): Promise<void> {
  const added = changes.flatMap((change) => (change.kind === 'added' ? [change.session.id] : []))
  const { rows } = await sql<{ id: string }>`select id from sessions where id = any(${added})`.execute(tx)
  const known = new Set(rows.map((row) => row.id))
  await addSessions(ctx, tx, board, editionId, new Set(added.filter((id) => !known.has(id))))
  const again = changes.flatMap((change): Placing[] => {
    if (change.kind === 'placed') return [{ id: change.sessionId, ...change.to, state: null }]
    if (change.kind !== 'added' || !known.has(change.session.id)) return []
    const { id, day, startsAt, durationMinutes, roomId } = change.session
    return [{ id, day, startsAt, durationMinutes, roomId, isLocked: change.isLocked, state: 'planned' }]
  })
  await placeSessions(ctx, tx, editionId, again)
  const removed = changes.flatMap((change) => (change.kind === 'removed' ? [change.session.id] : []))
  if (removed.length > 0)
    await sql`update sessions set state = 'removed', updated_at = ${ctx.now().toString()}
      where id = any(${removed}) and edition_id = ${editionId}`.execute(tx)
  await saveSlots(tx, editionId, changes)
}

export type Recording = {
  readonly kind: EditKind
  readonly ofId: string | null
  readonly moves: readonly Doing[]
  readonly changes: readonly BoardChange[]
  /** What the changes made of it. */
  readonly board: Board
}

async function note(
  ctx: Context,
  tx: Transaction,
  editionId: string,
  { kind, ofId, moves, changes }: Omit<Recording, 'board'>,
): Promise<Edit> {
  const number = (await readLastEdit(tx, editionId)) + 1
  const edit: Edit = {
    id: newId('programmeEdit'),
    number,
    kind,
    ofId,
    accountId: editorOf(ctx),
    moves,
    changes: changes.map(keepChange),
    at: ctx.now().toString({ smallestUnit: 'millisecond' }),
  }
  const { ofId: of_id, accountId: account_id, ...row } = edit
  await insertRows(tx, 'programme_edits', [{ ...row, of_id, account_id, edition_id: editionId }])
  await announce(tx, { topic: editingTopic(editionId), stamp: number })
  return edit
}

/** Writes what an editor did to the draft of a locked edition, notes it in the journal, and tells the other editors. */
export async function recordEdit(
  ctx: Context,
  tx: Transaction,
  editionId: string,
  recording: Recording,
): Promise<Edit> {
  await writeBoard(ctx, tx, editionId, recording.board, recording.changes)
  return note(ctx, tx, editionId, recording)
}

/** Notes that the draft of a locked edition was changed otherwise than by moves, so that who edits it reads it anew. */
export async function noteOutside(ctx: Context, tx: Transaction, editionId: string, doing: Doing): Promise<Edit> {
  return note(ctx, tx, editionId, { kind: 'outside', ofId: null, moves: [doing], changes: [] })
}
