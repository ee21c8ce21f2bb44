import type { ProgrammeRoom, ProgrammeSession, ProgrammeTrack } from '../types.ts'

export type FieldChange = { readonly from: unknown; readonly to: unknown }

/** What changed in one entry; `fields` names every field that differs. */
export type EntryChange = { readonly id: string; readonly fields: Readonly<Record<string, FieldChange>> }

export type ListChanges<T> = {
  readonly added: readonly T[]
  readonly removed: readonly T[]
  readonly changed: readonly EntryChange[]
}

/** The whole difference between two programmes: applied to the first it gives the second. */
export type ProgrammeChanges = {
  readonly timeZone: FieldChange | null
  readonly tracks: ListChanges<ProgrammeTrack>
  readonly rooms: ListChanges<ProgrammeRoom>
  readonly sessions: ListChanges<ProgrammeSession>
}
