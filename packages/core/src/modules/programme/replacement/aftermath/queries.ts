import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { findImpact } from '../../impact/rules.ts'
import { findLatestRelease, findRelease } from '../../release/queries.ts'
import type { Programme } from '../../types.ts'
import { takeBack } from '../undoing/rules.ts'
import type { Aftermath } from './types.ts'

const sessionOf = (programme: Programme | undefined, id: string) => programme?.sessions.find((one) => one.id === id)

/** What the release with this number changed about a session; null where it changed nothing, or is not there. Three queries. */
export async function findAftermath(
  ctx: Context,
  scope: EditionScope,
  sessionId: string,
  number: number,
): Promise<Aftermath | null> {
  ctx.authorize('programme.view', scope)
  const { db } = ctx
  const [former, release, latest] = await Promise.all([
    findRelease(db, scope.editionId, number - 1),
    findRelease(db, scope.editionId, number),
    findLatestRelease(db, scope.editionId),
  ])
  const before = sessionOf(former?.programme, sessionId)
  const after = sessionOf(release?.programme, sessionId)
  const now = sessionOf(latest?.programme, sessionId)
  if (!former || !release || !before || !after) return null
  const impact = findImpact(former.programme, release.programme)
  if (!impact.sessionIds.includes(sessionId)) return null
  const { name, note, publishedAt } = release
  return {
    release: { number, name, note, publishedAt },
    session: after,
    impact,
    mayBeTakenBack: now !== undefined && takeBack(now, before, after) !== now,
  }
}
