import type { SessionEdition } from '../../sessions/types.ts'
import type { SessionHistoryEntry } from '../history/types.ts'
import type { SpeakerLine } from '../lines/types.ts'
import type { Sheet, SheetGroup } from '../types.ts'

/** What somebody needs for their own appearance: their session, and what else happens there that day. */
export type OwnSheet = {
  readonly edition: SessionEdition
  readonly sheet: Sheet
  /** The day in its track, or where it is else. */
  readonly group: SheetGroup
  /** Of those who appear in it, by person. */
  readonly lines: ReadonlyMap<string, SpeakerLine>
  readonly history: readonly SessionHistoryEntry[]
  /** Number of the release that is seen now. */
  readonly release: number
}
