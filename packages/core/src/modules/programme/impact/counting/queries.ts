import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import type { ImpactCount, ImpactPart } from './types.ts'

/** How much of each of `parts` has to do with one of these sessions, in their order. One query for each. */
export async function countImpact(
  db: Db,
  parts: readonly ImpactPart[],
  scope: EditionScope,
  sessionIds: readonly string[],
): Promise<ImpactCount[]> {
  const counts = await Promise.all(parts.map((part) => part.count(db, scope, sessionIds)))
  return parts.map(({ name }, index) => ({ name, count: counts[index]! }))
}
