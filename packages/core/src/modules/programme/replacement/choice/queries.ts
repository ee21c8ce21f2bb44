import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { listDraftSessions } from '../../draft/list/queries.ts'
import { byNearness } from './rules.ts'
import type { SessionChoice } from './types.ts'

const everything = 100_000

/** The sessions of the draft in which `text` occurs (title, names), the next ones first, `size` of them. Two queries. */
export async function listSessionChoice(
  ctx: Context,
  scope: EditionScope,
  text: string | undefined,
  size = 12,
): Promise<SessionChoice> {
  const edition = await ctx.db
    .selectFrom('editions')
    .select('time_zone as timeZone')
    .where('id', '=', scope.editionId)
    .executeTakeFirstOrThrow()
  const { sessions } = await listDraftSessions(ctx, scope, { text, size: everything })
  const now = ctx.now().toZonedDateTimeISO(edition.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  const sorted = byNearness(sessions, now)
  return { sessions: sorted.slice(0, size), more: Math.max(0, sorted.length - size) }
}
