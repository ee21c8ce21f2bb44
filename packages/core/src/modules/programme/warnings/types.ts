import type { Equipment, TimeWindow } from '../circumstances/types.ts'
import type { ReadinessLack } from '../logistics/readiness/types.ts'
import type { ProgrammeSession } from '../types.ts'
import type { World } from './world/types.ts'

/** `error`: cannot take place like that; `warning`: will go wrong for somebody; `hint`: could be better. None forbids anything. */
export type Severity = 'error' | 'warning' | 'hint'

/** Kind of warning → what it is about, from which the interface words its sentence. Ids, minutes and counts; times are wall times. */
export type WarningFacts = {
  'person-in-two-places': { readonly personId: string; readonly overlapMinutes: number }
  'room-taken-twice': { readonly roomId: string; readonly overlapMinutes: number }
  'room-too-small': { readonly roomId: string; readonly capacity: number; readonly expectedCount: number }
  'room-lacks-equipment': { readonly roomId: string; readonly missing: readonly Equipment[] }
  'remote-without-equipment': { readonly roomId: string; readonly appearanceIds: readonly string[] }
  'remote-not-ready': { readonly personId: string; readonly lacks: readonly ReadinessLack[] }
  'outside-availability': {
    readonly personId: string
    readonly minutesOutside: number
    readonly windows: readonly TimeWindow[]
  }
  'no-time-to-change-rooms': {
    readonly personId: string
    readonly gapMinutes: number
    readonly neededMinutes: number
    readonly fromRoomId: string
    readonly toRoomId: string
  }
  'track-changes-rooms': { readonly trackId: string; readonly day: string; readonly roomIds: readonly string[] }
  'similar-topics-in-parallel': { readonly topicIds: readonly string[]; readonly overlapMinutes: number }
  'moderator-missing': { readonly type: 'panel' | 'workshop' }
  'person-without-break': { readonly personId: string } & LongStretch
  'track-without-break': { readonly trackId: string } & LongStretch
  'order-violated': { readonly wishId: string; readonly minutesTooEarly: number }
  'outside-day': { readonly day: string; readonly minutesEarly: number; readonly minutesLate: number }
  'longer-than-slot': { readonly slotId: string; readonly minutesOver: number }
  'plenary-overlapped': { readonly overlapMinutes: number }
}
type LongStretch = {
  readonly day: string
  readonly from: string
  readonly until: string
  readonly minutes: number
  readonly longestMinutes: number
}
export type WarningKind = keyof WarningFacts

/** Something that a programme should be looked at for. */
export type WarningOf<K extends WarningKind> = {
  readonly kind: K
  readonly severity: Severity
  /** Says of which person, room, sessions … this kind of warning is: the same as long as it is about the same. */
  readonly key: string
  /** The sessions it can be seen at, and which of them to move to be rid of it. */
  readonly sessionIds: readonly string[]
  readonly facts: WarningFacts[K]
}
export type Warning = { [K in WarningKind]: WarningOf<K> }[WarningKind]

/** A session that takes place at a known time, in wall minutes (`wallMinutes`). */
export type Placed = {
  readonly session: ProgrammeSession
  readonly day: string
  readonly start: number
  readonly end: number
}

/** What a rule found, before it is given its kind. No two findings of a rule are `about` the same. */
export type Finding<K extends WarningKind> = {
  readonly about: readonly string[]
  readonly sessionIds: readonly string[]
  readonly facts: WarningFacts[K]
}

/** Looks at one session by itself, whether or not it has its place yet. */
export type SessionRule<K extends WarningKind> = {
  readonly kind: K
  readonly severity: Severity
  readonly of: 'session'
  find(session: ProgrammeSession, world: World): readonly Finding<K>[]
}

/** What sessions are looked at together for: the same room, person, track, topic, day, or a wish about their order. */
export type Bond = 'room' | 'person' | 'track' | 'topic' | 'day' | 'wish'

/** Looks at the placed sessions, by start, that have one room, person … in common; `id` says which. */
export type BondRule<K extends WarningKind> = {
  readonly kind: K
  readonly severity: Severity
  readonly of: Bond
  find(sessions: readonly Placed[], id: string, world: World): readonly Finding<K>[]
}
