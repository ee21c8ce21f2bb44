import type { Prepared } from '../logistics/readiness/types.ts'

/** What a room can offer and a session can need. `remote`: what it takes to bring somebody in by video. */
export const equipmentKinds = [
  'projector',
  'sound',
  'remote',
  'recording',
  'livestream',
  'pinboards',
  'movable-seats',
  'induction-loop',
  'step-free',
] as const
export type Equipment = (typeof equipmentKinds)[number]

/** From when until when, in wall time of the edition (`YYYY-MM-DDTHH:mm`). */
export type TimeWindow = { readonly from: string; readonly until: string }

/** When somebody can be there. Who was never asked has none and is taken to be there always. */
export type Availability = { readonly personId: string; readonly windows: readonly TimeWindow[] }

export type RoomEquipment = { readonly roomId: string; readonly equipment: readonly Equipment[] }

export type SessionNeeds = {
  readonly sessionId: string
  /** How many are expected to come; null where nobody has said. */
  readonly expectedCount: number | null
  readonly equipment: readonly Equipment[]
}

/** What a session needs as its form holds it. */
export type ManagedNeeds = Omit<SessionNeeds, 'sessionId'> & { readonly title: string; readonly revision: number }

/** One session was asked to be over before another begins. */
export type OrderWish = {
  readonly id: string
  readonly firstSessionId: string
  readonly thenSessionId: string
  readonly reason: string | null
}

/** A place in time that the grid offers to sessions (Zeitfenster), in one room, or in all where `roomId` is null. */
export type Slot = {
  readonly id: string
  readonly roomId: string | null
  readonly day: string
  /** Wall time, `YYYY-MM-DDTHH:mm`. */
  readonly startsAt: string
  readonly durationMinutes: number
}

/** What an edition asks of its days. */
export type Pace = {
  /** `HH:mm`; null where the day has no such bound. */
  readonly dayBegins: string | null
  readonly dayEnds: string | null
  /** What somebody needs to get from one room to another. */
  readonly changeMinutes: number
  /** A gap of at least this counts as a break. */
  readonly breakMinutes: number
  /** The longest that somebody should go without a break. */
  readonly stretchMinutes: number
}

/** How far the line to somebody who takes part by video is prepared. Who is not listed has nothing arranged. */
export type LinePreparation = Prepared & { readonly personId: string }

/** What the organisers know beyond the programme itself; warnings compare the programme with it. */
export type Circumstances = {
  readonly pace: Pace
  readonly availabilities: readonly Availability[]
  readonly roomEquipment: readonly RoomEquipment[]
  readonly sessionNeeds: readonly SessionNeeds[]
  readonly orderWishes: readonly OrderWish[]
  readonly slots: readonly Slot[]
  readonly lines: readonly LinePreparation[]
  /** The day in the zone of the edition on which this was known, `YYYY-MM-DD`; null: whatever it is, no day is near. */
  readonly today: string | null
}
