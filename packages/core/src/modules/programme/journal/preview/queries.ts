import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { readCircumstances } from '../../circumstances/queries.ts'
import { planMoves } from '../../moves/rules.ts'
import type { Fresh, Move } from '../../moves/types.ts'
import { nameTopics } from '../../warnings/report/queries.ts'
import { selectWarnings } from '../../warnings/report/rules.ts'
import { findWarnings } from '../../warnings/rules.ts'
import { readBoard } from '../queries.ts'
import type { MovesPreview } from './types.ts'

/** Names for what is never stored, in the order in which it would be added. */
function passingNames(): Fresh {
  let count = 0
  return { id: (kind) => `${kind} ${String(++count).padStart(6, '0')}`, slug: (wanted) => wanted }
}

/** What `moves` would do to the draft as it is stored now, and which warnings would come and go. Nothing is written. */
export async function previewMoves(ctx: Context, scope: EditionScope, moves: readonly Move[]): Promise<MovesPreview> {
  ctx.authorize('programme.edit', scope)
  const [board, known, topics] = await Promise.all([
    readBoard(ctx.db, scope.editionId),
    readCircumstances(ctx.db, scope.editionId),
    nameTopics(ctx.db, scope),
  ])
  const planned = planMoves(board, moves, passingNames())
  if (planned.kind !== 'planned') return planned
  const { programme, slots } = planned.board
  const circumstances = { ...known, slots }
  const [before, after] = [findWarnings(board.programme, known), findWarnings(programme, circumstances)]
  const [former, present] = [before, after].map((list) => new Set(list.map((warning) => warning.key)))
  const fresh = after.filter((warning) => !former!.has(warning.key)).map((warning) => ({ warning }))
  return {
    kind: 'planned',
    changes: planned.changes,
    appeared: selectWarnings(fresh, programme.sessions, {}).map(({ warning }) => warning),
    gone: before.filter((warning) => !present!.has(warning.key)).length,
    programme,
    circumstances,
    topics,
  }
}
