import { DomainError } from '../../kernel/errors.ts'
import { idPrefixes } from '../../kernel/ids.ts'
import type { EditionScope, SeriesScope } from '../../kernel/scope.ts'
import { type NamedTable, type Names, nameObjects } from '../../modules/messages/changes/names/queries.ts'
import {
  findChange,
  findPlace,
  listActors,
  listChanges,
  listOvertaken,
} from '../../modules/messages/changes/queries.ts'
import type { Change, ChangedRow, ChangeFilter, ChangePage, ChangePlace } from '../../modules/messages/changes/types.ts'
import type { Context } from '../../platform/context/types.ts'
import type { Db } from '../../platform/database/tables.ts'
import { loggedTables } from './logged-tables.ts'
import { mayEditAll, maySee } from './rights.ts'

const namedTables: ReadonlyMap<string, NamedTable> = new Map(
  Object.entries(loggedTables).flatMap(([table, { named }]) =>
    named ? [[idPrefixes[named[0]], { table, name: named[1] }] as const] : [],
  ),
)

/** The table of the object with this id, where such objects have a history of their own. */
export function tableOf(id: string): string | null {
  return namedTables.get(id.slice(0, id.indexOf('_')))?.table ?? null
}

/** What everything with one of these ids is called. */
export const nameAll = (db: Db, ids: readonly string[]): Promise<Names> => nameObjects(db, namedTables, ids)

type Scope = null | SeriesScope | EditionScope

function placeOf(ctx: Context, scope: Scope): ChangePlace {
  if (scope === null) {
    ctx.authorize('change.view_all', null)
    return { kind: 'site' }
  }
  ctx.authorize('change.view', scope)
  if ('editionId' in scope) return { kind: 'edition', editionId: scope.editionId }
  return { kind: 'series', seriesId: scope.seriesId }
}

/** A page of a log, and which of its changes can be taken back. */
export type LogPage = ChangePage & { readonly undoable: ReadonlySet<string> }

/** What has touched more rows is an import, and offered to nobody as something to take back in passing. */
const mostRows = 500

const isUndoable = (change: Change) =>
  change.undoneById === null &&
  change.rowCount <= mostRows &&
  change.rows.every((row) => !row.isErased && Boolean(loggedTables[row.table]?.edit))

/** Only what was changed last can be taken back, so only the first page is looked at for it. */
async function markUndoable(ctx: Context, page: ChangePage, isFirst: boolean): Promise<LogPage> {
  const candidates = isFirst ? page.changes.filter(isUndoable).map(({ id }) => id) : []
  const overtaken = candidates.length > 0 ? await listOvertaken(ctx.db, candidates) : new Set<string>()
  return { ...page, undoable: new Set(candidates.filter((id) => !overtaken.has(id))) }
}

/** The log of an edition, of a series, or of the whole site for `null`. */
export async function readLog(ctx: Context, scope: Scope, filter: ChangeFilter, before?: string): Promise<LogPage> {
  const page = await listChanges(ctx.db, placeOf(ctx, scope), filter, before)
  return markUndoable(ctx, page, before === undefined)
}

/** Who has changed something there. */
export async function listAuthors(ctx: Context, scope: Scope): Promise<string[]> {
  return listActors(ctx.db, placeOf(ctx, scope))
}

async function onlySeen(ctx: Context, changes: readonly Change[]): Promise<Change[]> {
  const verdicts = new Map<string, boolean>()
  const keyOf = (row: ChangedRow) => `${row.table} ${row.objectId} ${row.editionId} ${row.seriesId}`
  for (const row of changes.flatMap((change) => change.rows))
    if (!verdicts.has(keyOf(row))) verdicts.set(keyOf(row), await maySee(ctx, row))
  return changes
    .map((change) => ({ ...change, rows: change.rows.filter((row) => verdicts.get(keyOf(row))) }))
    .filter((change) => change.rows.length > 0)
}

/**
 * What was changed of one object and its parts, for whom may edit it; parts that are more private only for whom may see
 * them. Throws `change.not_found`.
 */
export async function readHistory(ctx: Context, id: string, before?: string): Promise<LogPage> {
  const table = tableOf(id)
  const place = table && (await findPlace(ctx.db, table, id))
  if (!table || !place || !(await maySee(ctx, { table, objectId: id, ...place })))
    throw new DomainError('change.not_found', { id })
  const page = await listChanges(ctx.db, { kind: 'object', table, id }, {}, before)
  return markUndoable(ctx, { ...page, changes: await onlySeen(ctx, page.changes) }, before === undefined)
}

/** A change that the actor may take back. Throws `change.not_found`. */
export async function readUndoable(ctx: Context, id: string): Promise<Change> {
  const change = await findChange(ctx.db, id)
  if (!change || !(await mayEditAll(ctx, change.rows))) throw new DomainError('change.not_found', { id })
  return change
}
