import type { IdKind } from '../../../../kernel/ids.ts'
import type { Programme, ProgrammeRoom, ProgrammeTrack } from '../../../programme/types.ts'

/** Something that an archive calls by slug, as it is stored. */
export type Named = { readonly id: string; readonly slug: string; readonly name: string }

/** What the slugs of an archive stand for. `sources` and `editions` answer ids. */
export type ArchiveNames = {
  readonly people: ReadonlyMap<string, Named>
  readonly organisations: ReadonlyMap<string, Named>
  readonly topics: ReadonlyMap<string, string>
  readonly sources: ReadonlyMap<string, string>
  readonly editions: ReadonlyMap<string, string>
}

/** The edition as an import finds it. */
export type StoredProgramme = {
  readonly draft: Programme
  /** Slug → id of sessions that are in the programme no more. */
  readonly removed: ReadonlyMap<string, string>
  readonly tracks: readonly (ProgrammeTrack & { readonly position: number })[]
  readonly rooms: readonly (ProgrammeRoom & { readonly position: number })[]
  readonly newId: (kind: IdKind) => string
}
