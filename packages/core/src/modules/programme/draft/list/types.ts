import type { SessionState, SessionType } from '../../types.ts'

/** What a session of the draft may lack. `moderator` is asked of panels only, `speaker` of what somebody gives. */
export const lacks = ['speaker', 'moderator', 'abstract', 'track', 'room', 'time'] as const
export type Lack = (typeof lacks)[number]

/** A session of the draft as a list shows it. */
export type DraftEntry = {
  readonly id: string
  readonly slug: string
  readonly type: SessionType
  readonly state: SessionState
  readonly title: string
  readonly titleIsGiven: boolean
  readonly trackName: string | null
  readonly roomName: string | null
  readonly day: string | null
  /** Wall time, `YYYY-MM-DDTHH:mm`. */
  readonly startsAt: string | null
  readonly durationMinutes: number | null
  /** Who appears, in their order; organisations where no person is known. */
  readonly people: readonly string[]
  readonly lacks: readonly Lack[]
}

export type DraftFilter = {
  /** Words that stand in the title or in the name of somebody who appears. */
  readonly text?: string | undefined
  readonly type?: SessionType | undefined
  /** Slug. */
  readonly track?: string | undefined
  readonly lacks?: Lack | undefined
  /** Only what was taken out of the programme. */
  readonly removed?: boolean | undefined
}

export type DraftList = {
  readonly sessions: readonly DraftEntry[]
  readonly total: number
  /** How many of all sessions in the programme lack what, whatever the filter. */
  readonly lacking: Readonly<Record<Lack, number>>
}
