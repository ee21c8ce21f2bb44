import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { countChanges, reportChanges } from '../../changelog/rules.ts'
import { diffProgrammes, emptyProgramme, isUnchanged } from '../../changes/rules.ts'
import { readDraft } from '../../draft/queries.ts'
import { findLatestRelease } from '../queries.ts'
import type { PendingRelease } from './types.ts'

/** What publishing the programme of this edition now would change for the public. Seven queries whatever its size. */
export async function findPendingRelease(ctx: Context, scope: EditionScope): Promise<PendingRelease> {
  ctx.authorize('programme.view', scope)
  const [former, draft] = await Promise.all([
    findLatestRelease(ctx.db, scope.editionId),
    readDraft(ctx.db, scope.editionId),
  ])
  const before = former?.programme ?? emptyProgramme(draft.timeZone)
  const changes = diffProgrammes(before, draft)
  const report = reportChanges(before, draft, changes)
  const isFirst = former === null
  const isEmpty = isFirst ? draft.sessions.length === 0 : isUnchanged(changes)
  return { isFirst, isEmpty, report, counts: countChanges(report) }
}
