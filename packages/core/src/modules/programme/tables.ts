import type { Generated } from 'kysely'
import type { ChangeReport } from './changelog/types.ts'
import type { ProgrammeChanges } from './changes/types.ts'
import type { StoredOverview } from './overview/types.ts'
import type { SessionCard } from './sessions/types.ts'
import type {
  AppearanceMode,
  AppearanceRole,
  AppearanceState,
  Programme,
  ProgrammeSession,
  SessionLink,
  SessionState,
  SessionType,
} from './types.ts'

export interface ProgrammeTables {
  sessions: {
    id: string
    revision: Generated<number>
    edition_id: string
    slug: string
    source_key: string | null
    reference: string | null
    type: SessionType
    title: string
    title_is_given: Generated<boolean>
    subtitle: string | null
    abstract: Generated<string>
    description: Generated<string>
    method: string | null
    language: Generated<string>
    track_id: string | null
    room_id: string | null
    is_plenary: Generated<boolean>
    day: string | null
    starts_at: string | null
    duration_minutes: number | null
    position: Generated<number>
    state: Generated<SessionState>
    sequence: Generated<number>
    /** Moves leave it where it is. */
    is_locked: Generated<boolean>
    links: Generated<readonly SessionLink[]>
    source_id: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  session_topics: { session_id: string; topic_id: string }
  appearances: {
    id: string
    revision: Generated<number>
    session_id: string
    person_id: string | null
    role: AppearanceRole
    mode: Generated<AppearanceMode>
    state: Generated<AppearanceState>
    replaces_id: string | null
    function: string | null
    organisation_id: string | null
    organisation_name: string | null
    note: string | null
    position: Generated<number>
  }
  imports: {
    edition_id: string
    source_key: string
    track_ids: readonly string[]
    room_ids: readonly string[]
    imported_at: string
  }
  releases: {
    id: string
    edition_id: string
    number: number
    name: string
    note: string | null
    snapshot: Programme
    changes: ProgrammeChanges
    report: ChangeReport
    published_at: string
  }
  published_programmes: { edition_id: string; series_id: string; release_id: string; overview: StoredOverview }
  published_sessions: {
    session_id: string
    edition_id: string
    series_id: string
    release_id: string
    slug: string
    type: SessionType
    state: 'planned' | 'cancelled'
    title: string
    language: string
    track_id: string | null
    room_id: string | null
    is_plenary: boolean
    day: string | null
    starts_at: string | null
    ends_at: string | null
    position: number
    sequence: number
    changed_at: string | null
    card: SessionCard
    data: ProgrammeSession
  }
  withdrawn_sessions: {
    session_id: string
    edition_id: string
    slug: string
    track_id: string | null
    sequence: number
    /** Without people. */
    card: SessionCard
    withdrawn_at: string
  }
  published_appearances: {
    session_id: string
    position: number
    edition_id: string
    person_id: string | null
    organisation_id: string | null
    organisation_name: string | null
    role: AppearanceRole
    mode: AppearanceMode
    state: AppearanceState
    function: string | null
  }
  published_session_topics: { session_id: string; topic_id: string }
}

declare module '../../platform/database/tables.ts' {
  interface Tables extends ProgrammeTables {}
}
