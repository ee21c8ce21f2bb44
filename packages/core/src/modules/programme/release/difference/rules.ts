import { createHash } from 'node:crypto'
import { countChanges, reportChanges } from '../../changelog/rules.ts'
import { diffProgrammes, isUnchanged } from '../../changes/rules.ts'
import { findImpact } from '../../impact/rules.ts'
import type { Programme } from '../../types.ts'
import type { Difference } from './types.ts'

/** What `after` in the place of `before` changes, and for whom. */
export function findDifference(before: Programme, after: Programme): Difference {
  const changes = diffProgrammes(before, after)
  const report = reportChanges(before, after, changes)
  const impact = findImpact(before, after)
  const told = JSON.stringify([report, impact])
  const stamp = createHash('sha256').update(told).digest('base64url')
  return { before, after, isUnchanged: isUnchanged(changes), report, counts: countChanges(report), impact, stamp }
}
