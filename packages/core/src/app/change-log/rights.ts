import type { EditionScope } from '../../kernel/scope.ts'
import { scopeOfEdition } from '../../modules/editions/scope/queries.ts'
import type { UndoneRow } from '../../modules/messages/changes/undo/types.ts'
import { findOrganisationScope, findPersonScope, findTopicScope } from '../../modules/programme/involvement/queries.ts'
import type { Context } from '../../platform/context/types.ts'
import { type EditRight, loggedTables } from './logged-tables.ts'

/** Where a logged row belongs. */
export type LoggedPlace = Pick<UndoneRow, 'table' | 'objectId' | 'editionId' | 'seriesId'>

/** So many different shared objects in one change are an import: taking that back is the operator's business. */
const mostShared = 20

async function editionOf(ctx: Context, editionId: string): Promise<EditionScope | null> {
  return scopeOfEdition(ctx.db, editionId).catch(() => null)
}

/** In the edition itself; where that is gone, or the row belongs to the series alone, as who organises the series. */
async function mayInEdition(ctx: Context, need: EditRight & { on: 'edition' }, row: LoggedPlace): Promise<boolean> {
  const scope = row.editionId && (await editionOf(ctx, row.editionId))
  if (scope) return ctx.may(need.need, scope)
  return row.seriesId ? ctx.may('series.manage', { seriesId: row.seriesId }) : ctx.may('change.view_all', null)
}

async function mayInSeries(ctx: Context, need: EditRight & { on: 'series' }, row: LoggedPlace): Promise<boolean> {
  const scope = row.editionId ? await editionOf(ctx, row.editionId) : null
  if (scope && need.need === 'news.manage') return ctx.may('news.manage', scope)
  return row.seriesId ? ctx.may(need.need, { seriesId: row.seriesId }) : ctx.may('change.view_all', null)
}

async function mayShared(ctx: Context, kind: 'person' | 'organisation' | 'topic', id: string): Promise<boolean> {
  switch (kind) {
    case 'person': {
      const scope = await findPersonScope(ctx.db, id)
      return scope ? ctx.may('person.change', scope) : ctx.may('change.view_all', null)
    }
    case 'organisation': {
      const scope = await findOrganisationScope(ctx.db, id)
      return scope ? ctx.may('organisation.change', scope) : ctx.may('change.view_all', null)
    }
    case 'topic': {
      const scope = await findTopicScope(ctx.db, id)
      return scope ? ctx.may('topic.change', scope) : ctx.may('change.view_all', null)
    }
  }
}

async function may(ctx: Context, right: EditRight, row: LoggedPlace): Promise<boolean> {
  switch (right.on) {
    case 'edition':
      return mayInEdition(ctx, right, row)
    case 'series':
      return mayInSeries(ctx, right, row)
    case 'site':
      return ctx.may(right.need, null)
    default:
      return mayShared(ctx, right.on, row.objectId)
  }
}

const isShared = (right: EditRight) => right.on === 'person' || right.on === 'organisation' || right.on === 'topic'

/**
 * Whether the actor may edit what all of `rows` belong to. What nobody can put back is for the operator to see. Asks once for
 * each object that is shared and each place else.
 */
export async function mayEditAll(ctx: Context, rows: readonly LoggedPlace[]): Promise<boolean> {
  const asked = new Map<string, readonly [EditRight, LoggedPlace]>()
  for (const row of rows) {
    const right = loggedTables[row.table]?.edit ?? ({ on: 'site', need: 'change.view_all' } as const)
    const about = isShared(right) ? row.objectId : `${row.editionId} ${row.seriesId}`
    asked.set(`${JSON.stringify(right)} ${about}`, [right, row])
  }
  const shared = [...asked.values()].filter(([right]) => isShared(right)).length
  if (shared > mostShared && !ctx.may('change.view_all', null)) return false
  for (const [right, row] of asked.values()) if (!(await may(ctx, right, row))) return false
  return true
}

/** Whether the actor may see what a row was: who may read the log of its place, and who may edit it. */
export async function maySee(ctx: Context, row: LoggedPlace): Promise<boolean> {
  if (ctx.may('change.view_all', null)) return true
  const scope = row.editionId ? await editionOf(ctx, row.editionId) : null
  if (scope && ctx.may('change.view', scope)) return true
  if (row.seriesId && ctx.may('change.view', { seriesId: row.seriesId })) return true
  return mayEditAll(ctx, [row])
}
