import type { SessionType } from '../../../programme/types.ts'

/** A session with the room it is to be in. */
export type SeatedSession = {
  readonly id: string
  readonly title: string
  readonly type: SessionType
  readonly trackSlug: string | null
  readonly isPlenary: boolean
  readonly roomName: string
  readonly capacity: number
}

/** How many came to an edition of the series that was held before, or to one session of it. */
export type FormerAttendance = {
  /** First day of that edition. */
  readonly startsOn: string | null
  readonly count: number
  /** Null where it is about the edition as a whole. */
  readonly session: { readonly type: SessionType; readonly trackSlug: string | null } | null
}

/** A session that more people than its room holds are to be expected at. */
export type CrowdedSession = {
  readonly id: string
  readonly title: string
  readonly roomName: string
  readonly capacity: number
  readonly expected: number
}
