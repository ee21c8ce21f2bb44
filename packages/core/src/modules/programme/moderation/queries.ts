import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { listAllSessions } from '../sessions/queries.ts'
import { listSpeakerLines } from './lines/queries.ts'
import { groupSheets, listFilters, peopleOf } from './rules.ts'
import type { SheetFilter, SheetList } from './types.ts'

/** The moderators' sheets of what is published of an edition, and what they can be narrowed down to. Two queries. */
export async function listSheets(ctx: Context, scope: EditionScope, filter: SheetFilter = {}): Promise<SheetList> {
  ctx.authorize('programme.view', scope)
  const cards = await listAllSessions(ctx.db, scope.editionId)
  const groups = groupSheets(cards, filter)
  const lines = await listSpeakerLines(
    ctx.db,
    scope.editionId,
    groups.flatMap(({ sheets }) => sheets.flatMap(peopleOf)),
  )
  return { groups, lines, ...listFilters(cards) }
}
