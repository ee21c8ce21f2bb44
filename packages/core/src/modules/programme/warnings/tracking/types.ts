import type { ProgrammeSession } from '../../types.ts'
import type { Warning } from '../types.ts'

/** What a change of the programme did to its warnings. One whose facts changed has gone and appeared. */
export type WarningDelta = { readonly appeared: readonly Warning[]; readonly gone: readonly Warning[] }

/** A programme with its warnings, kept right while it is changed. */
export interface WarningTracker {
  /** All warnings as they are now, in the order of `findWarnings`. */
  all(): Warning[]
  /** Puts each session in the place of the one with its id, or adds it; those named in `removedIds` are gone. */
  update(sessions: readonly ProgrammeSession[], removedIds?: readonly string[]): WarningDelta
}
