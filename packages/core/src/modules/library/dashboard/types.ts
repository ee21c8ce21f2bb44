import type { EditionDate, EditionState, Visibility } from '../../editions/types.ts'
import type { Lack } from '../../programme/draft/list/types.ts'
import type { SessionType } from '../../programme/types.ts'
import type { CrowdedSession } from './attendance/types.ts'

/** What is known of an edition when somebody asks what is to be done. Counts are of what is planned, not of what was removed. */
export type DashboardFacts = {
  readonly date: EditionDate | null
  readonly state: EditionState
  readonly visibility: Visibility
  readonly hasVenue: boolean
  readonly sessions: number
  readonly lacking: Readonly<Record<Lack, number>>
  readonly rooms: number
  readonly roomsWithoutCapacity: number
  readonly crowded: readonly CrowdedSession[]
  readonly speakers: number
  readonly speakersWithoutConsent: number
  readonly speakersWithoutAddress: number
  /** Errors in the draft that nobody has accepted. */
  readonly programmeErrors: number
  /** Number of the latest release; null before the first. */
  readonly release: number | null
  /** How many sessions publishing now would add, remove or change. */
  readonly unpublished: number
  readonly newsDrafts: number
  readonly mailsWaiting: number
  readonly mailsFailed: number
  readonly hasRecap: boolean
  readonly hasAttendance: boolean
  readonly materialsAnnounced: number
}

/** Pages of the workplace where something can be mended; the last part of their address. */
export type Target =
  | ''
  | 'stammdaten'
  | 'angaben'
  | 'raeume'
  | 'beitraege'
  | 'warnungen'
  | 'veroeffentlichen'
  | 'einwilligungen'
  | 'anfragen'
  | 'aktuelles'
  | 'post'
  | 'rueckblick'
  | 'unterlagen'

export const taskNames = [
  'no-sessions',
  'no-speaker',
  'no-moderator',
  'no-abstract',
  'no-track',
  'no-room',
  'no-time',
  'no-consent',
  'no-address',
  'room-too-small',
  'programme-errors',
  'no-capacity',
  'unpublished',
  'news-draft',
  'mail-failed',
  'mail-waiting',
  'no-recap',
  'no-attendance',
  'material-announced',
] as const
export type TaskName = (typeof taskNames)[number]

/** Something to mend. `severity`: whether somebody is harmed if it stays so, or it only stays incomplete. */
export type Task = {
  readonly name: TaskName
  readonly severity: 'urgent' | 'open'
  readonly count: number
  readonly target: Target
  /** What the list at `target` is narrowed down to, with its `?`. */
  readonly query: string
}

export const milestoneNames = [
  'date-fixed',
  'venue-found',
  'speakers-found',
  'edition-public',
  'times-set',
  'programme-published',
  'consents-given',
  'edition-held',
  'materials-there',
  'recap-written',
] as const
export type MilestoneName = (typeof milestoneNames)[number]

/** A step on the way; `dueOn` (`YYYY-MM-DD`) is null where the edition has no day to count from. */
export type Milestone = {
  readonly name: MilestoneName
  readonly dueOn: string | null
  readonly status: 'done' | 'late' | 'next' | 'later'
  readonly target: Target
}

/** How much of the programme is of one type, or from one Land (two digits of the official key). */
export type Share<T> = { readonly value: T; readonly count: number }

export type Dashboard = {
  readonly milestones: readonly Milestone[]
  readonly tasks: readonly Task[]
  readonly sessions: number
  readonly types: readonly Share<SessionType>[]
  /** Of those who appear for an organisation whose Land is known, each person once. */
  readonly lands: readonly Share<string>[]
  readonly crowded: readonly CrowdedSession[]
}
