import type { EditionScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { listSlots } from '../circumstances/queries.ts'
import { readDraft } from '../draft/queries.ts'
import type { Board } from '../moves/types.ts'
import { stacksOf } from './rules.ts'
import type { Edit } from './types.ts'

/** What live messages about the editing of an edition are about; their stamp is the number of the last edit. */
export function editingTopic(editionId: string): string {
  return `programme ${editionId}`
}

/** What editors of the edition work on, as it is stored now. Eight queries whatever its size. Throws `edition.not_found`. */
export async function readBoard(db: Db, editionId: string): Promise<Board> {
  const [programme, slots, locked] = await Promise.all([
    readDraft(db, editionId),
    listSlots(db, editionId),
    db
      .selectFrom('sessions')
      .select('id')
      .where('edition_id', '=', editionId)
      .where('is_locked', '=', true)
      .where('state', '<>', 'removed')
      .orderBy('id')
      .execute(),
  ])
  const byId = slots.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return { programme, slots: byId, lockedIds: locked.map((row) => row.id) }
}

function selectEdits(db: Db, editionId: string) {
  return db
    .selectFrom('programme_edits')
    .select(['id', 'number', 'kind', 'of_id as ofId', 'account_id as accountId', 'moves', 'changes', 'at'])
    .where('edition_id', '=', editionId)
}

/** The edits of an edition after the one with the number `after`, in their order. One query. */
export function listEdits(db: Db, scope: EditionScope, after: number): Promise<Edit[]> {
  return selectEdits(db, scope.editionId).where('number', '>', after).orderBy('number').execute()
}

/** The edit with this id. One query. */
export async function findEdit(db: Db, scope: EditionScope, id: string): Promise<Edit | null> {
  return (await selectEdits(db, scope.editionId).where('id', '=', id).executeTakeFirst()) ?? null
}

/** The number of the last edit of the edition; 0 where there was none. One query. */
export async function readLastEdit(db: Db, editionId: string): Promise<number> {
  const row = await db
    .selectFrom('programme_edits')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('edition_id', '=', editionId)
    .executeTakeFirst()
  return row?.last ?? 0
}

/** What an account (null: the machine) can undo and do again in an edition, by ids of edits, the next one last. One query. */
export async function readStacks(db: Db, scope: EditionScope, accountId: string | null) {
  const own = await db
    .selectFrom('programme_edits')
    .select(['id', 'kind', 'of_id as ofId'])
    .where('edition_id', '=', scope.editionId)
    .where('account_id', accountId === null ? 'is' : '=', accountId)
    .orderBy('number')
    .execute()
  return stacksOf(own)
}
