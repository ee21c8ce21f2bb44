import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { listAllSessions } from '../sessions/queries.ts'
import { groupSheets, listFilters } from './rules.ts'
import type { SheetFilter, SheetList } from './types.ts'

/** The moderators' sheets of what is published of an edition, and what they can be narrowed down to. One query. */
export async function listSheets(ctx: Context, scope: EditionScope, filter: SheetFilter = {}): Promise<SheetList> {
  ctx.authorize('programme.view', scope)
  const cards = await listAllSessions(ctx.db, scope.editionId)
  return { groups: groupSheets(cards, filter), ...listFilters(cards) }
}
