import type { Schedule } from '@fachtag/formats/schedule/types'
import type { IdKind } from '../../../kernel/ids.ts'
import type { EnsuredPerson } from '../../people/persons/types.ts'
import type { ChangeCounts, ChangeReport } from '../changelog/types.ts'
import type { ReleaseEntry } from '../release/types.ts'
import type { Programme, ProgrammeSession } from '../types.ts'

/** What an import did, or with `dryRun` would do. */
export type ImportReport = {
  readonly editionId: string
  readonly dryRun: boolean
  /** Against the draft as it was. */
  readonly changes: ChangeReport
  readonly counts: ChangeCounts
  readonly people: {
    /** Names of people who were not known before. */
    readonly added: readonly string[]
    /** Names of people recognised only because exactly one person of that name belongs to the series: look whether it is them. */
    readonly recognisedByName: readonly string[]
    /** Names of known people whose name, title or biography is new. */
    readonly updated: readonly string[]
    readonly renamed: readonly { readonly from: string; readonly to: string }[]
  }
  /** The release that shows the changes; null where nothing changed or none was wanted. */
  readonly release: ReleaseEntry | null
}

/** Where a session of the draft came from. */
export type SessionOrigin = { readonly sourceKey: string | null; readonly reference: string | null }

/** An organisation that has a page of its own. */
export type NamedOrganisation = { readonly id: string; readonly slug: string; readonly name: string }

/** The edition as an import finds it. */
export type ImportGround = {
  readonly draft: Programme
  /** Sessions that are in the programme no more; they come back under their old address when their source names them again. */
  readonly removed: readonly ProgrammeSession[]
  /** By session id, for `draft` and `removed`. */
  readonly origins: ReadonlyMap<string, SessionOrigin>
  /** What the same source brought at its last import. */
  readonly brought: { readonly trackIds: readonly string[]; readonly roomIds: readonly string[] }
}

/** Everything that decides what the draft becomes. */
export type ImportQuestion = ImportGround & {
  readonly schedule: Schedule
  readonly sourceKey: string
  /** The schedule was a table: it has no place for links, and the order of its tracks and rooms means nothing. */
  readonly isTable: boolean
  /** By `personKey`. */
  readonly people: ReadonlyMap<string, EnsuredPerson>
  /** By folded name. */
  readonly organisations: ReadonlyMap<string, NamedOrganisation>
  /** Of sessions that do not say it. */
  readonly defaultLanguage: string
  readonly newId: (kind: IdKind) => string
}

/** What the draft becomes, and what this source has now brought to it. */
export type ImportPlan = {
  readonly programme: Programme
  /** Ids of the sessions that are new to the source. */
  readonly introduced: readonly string[]
  readonly brought: { readonly trackIds: readonly string[]; readonly roomIds: readonly string[] }
}
