import type { Circumstances } from '../../circumstances/types.ts'
import { findImpact } from '../../impact/rules.ts'
import { changeOne } from '../../release/alone/rules.ts'
import type { SessionChange } from '../../release/alone/types.ts'
import type { Programme } from '../../types.ts'
import { findWarnings } from '../../warnings/rules.ts'
import type { ChangePreview } from './types.ts'

/**
 * What `change` would make of one session; null where the session stays as it is. `shown`: what the public sees now, null
 * before the first release.
 */
export function previewChange(
  draft: Programme,
  shown: Programme | null,
  circumstances: Circumstances,
  sessionId: string,
  change: SessionChange,
): ChangePreview | null {
  const now = shown?.sessions.find((one) => one.id === sessionId)
  const drafted = draft.sessions.find((one) => one.id === sessionId)
  const session = now ?? drafted
  if (!session) return null
  const seen = change(session)
  if (seen === session && (!drafted || change(drafted) === drafted)) return null
  const known = new Set(findWarnings(draft, circumstances).map((warning) => warning.key))
  const after = changeOne(draft, sessionId, change)
  const warnings = findWarnings(after, circumstances)
  const nothing = { ...draft, sessions: [] }
  return {
    session: seen,
    isPublic: now !== undefined,
    impact: findImpact(shown ?? nothing, shown ? changeOne(shown, sessionId, change) : nothing),
    draft: after,
    circumstances,
    warnings: warnings.filter((warning) => warning.severity !== 'hint' && !known.has(warning.key)),
  }
}
