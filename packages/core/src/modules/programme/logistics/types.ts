import type { TimeWindow } from '../circumstances/types.ts'
import type { CheckResult, Fallback } from './readiness/types.ts'

/** How somebody comes; `local`: they are in the place anyway. */
export const travels = ['local', 'train', 'car', 'plane', 'other'] as const
export type Travel = (typeof travels)[number]

/** What somebody brings along or needs for their appearance. */
export const speakerNeeds = [
  'own-laptop',
  'adapter',
  'sound',
  'clicker',
  'flipchart',
  'step-free',
  'interpreter',
] as const
export type SpeakerNeed = (typeof speakerNeeds)[number]

/** Whether somebody can be there; `partly`: within the windows they gave. */
export const presences = ['unknown', 'always', 'partly', 'never'] as const
export type Presence = (typeof presences)[number]

/** How somebody comes to the place. Days and times are those of the edition. */
export type Arrival = {
  /** `YYYY-MM-DD`. */
  readonly on: string | null
  /** `HH:mm`. */
  readonly at: string | null
  readonly travel: Travel | null
  /** Where they have to be fetched. */
  readonly pickUp: string | null
  /** About staying the night. */
  readonly stay: string | null
}

/** The line check of somebody who takes part by video, and what happens when the line fails on the day. */
export type LineCheck = {
  /** `YYYY-MM-DD`. */
  readonly on: string | null
  /** `HH:mm`. */
  readonly at: string | null
  /** Who of the organisers is there. */
  readonly by: string | null
  /** Where they dial in. */
  readonly link: string | null
  readonly result: CheckResult
  readonly note: string | null
  readonly fallback: Fallback | null
  readonly fallbackPhone: string | null
  readonly standInId: string | null
}

/** What is known about the coming of somebody to an edition. */
export type Logistics = {
  readonly presence: Presence
  readonly windows: readonly TimeWindow[]
  readonly arrival: Arrival
  readonly needs: readonly SpeakerNeed[]
  readonly needsNote: string | null
  /** When the line check would suit them. */
  readonly checkWish: string | null
  readonly check: LineCheck
  /** When they last said so themselves, ISO instant; null: never. */
  readonly answeredAt: string | null
  /** 0 where nothing is stored. */
  readonly revision: number
}
