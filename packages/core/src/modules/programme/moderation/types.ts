import type { LineupEntry } from '../lineup/types.ts'
import type { SessionCard } from '../sessions/types.ts'
import type { ProgrammeRoom, ProgrammeTrack } from '../types.ts'
import type { SpeakerLine } from './lines/types.ts'

/** A session as whoever moderates it needs it, as it is published. */
export type Sheet = {
  readonly session: SessionCard
  readonly lineup: readonly LineupEntry[]
  /** What takes place before and after it in the same room, else in the same track, on the same day; cancelled ones are passed over. */
  readonly before: SessionCard | null
  readonly after: SessionCard | null
}

/** Sessions of one day that follow each other: those of a track, else of a room, else what is for all. */
export type SheetGroup = {
  readonly day: string | null
  /** null: for all. */
  readonly name: string | null
  readonly sheets: readonly Sheet[]
}

/** Which sheets are wanted. An empty filter is all of them. */
export type SheetFilter = {
  readonly day?: string | undefined
  /** Slug. */
  readonly track?: string | undefined
  /** Slug. */
  readonly room?: string | undefined
  /** Name of somebody who is to moderate. */
  readonly moderator?: string | undefined
}

/** What there is to choose from. */
export type SheetChoices = {
  /** Names of those who are to moderate anything, as German lists sort them. */
  readonly moderators: readonly string[]
  readonly days: readonly string[]
  readonly tracks: readonly ProgrammeTrack[]
  readonly rooms: readonly ProgrammeRoom[]
}

/** `lines`: by person, of those who appear in the groups. */
export type SheetList = SheetChoices & {
  readonly groups: readonly SheetGroup[]
  readonly lines: ReadonlyMap<string, SpeakerLine>
}
