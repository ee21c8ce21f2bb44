import type { ProgrammeSession } from '../../types.ts'
import type { Severity, Warning } from '../types.ts'
import type { WarningFilter } from './types.ts'

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }

/** Those of `judged` that `filter` asks for, the gravest first; among equals in the order of their keys. */
export function selectWarnings<T extends { readonly warning: Warning }>(
  judged: readonly T[],
  sessions: readonly Pick<ProgrammeSession, 'id' | 'trackId'>[],
  { severity, kind, trackId }: WarningFilter,
): T[] {
  const ofTrack = new Set(sessions.filter((session) => session.trackId === trackId).map((session) => session.id))
  return judged
    .filter(({ warning }) => severity === undefined || warning.severity === severity)
    .filter(({ warning }) => kind === undefined || warning.kind === kind)
    .filter(({ warning }) => trackId === undefined || warning.sessionIds.some((id) => ofTrack.has(id)))
    .toSorted((a, b) => gravity[a.warning.severity] - gravity[b.warning.severity])
}
