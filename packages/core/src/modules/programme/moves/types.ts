import type { Slot } from '../circumstances/types.ts'
import type { Programme, ProgrammeSession, SessionType } from '../types.ts'

/** Where and when a session is, and whether moves have to leave it there. Parked: without day, time and room. */
export type Placement = {
  readonly day: string | null
  /** Wall time, `YYYY-MM-DDTHH:mm`. */
  readonly startsAt: string | null
  readonly durationMinutes: number | null
  readonly roomId: string | null
  readonly isLocked: boolean
}

/** What the programme editor works on: a programme whose sessions are in the order of their ids, and what only organisers see of it. */
export type Board = {
  readonly programme: Programme
  /** In the order of their ids. */
  readonly slots: readonly Slot[]
  /** In their order. */
  readonly lockedIds: readonly string[]
}

/** One part of a day that is laid out. `session` makes a slot in each room; what is for everybody becomes a session; `gap` nothing. */
export type PatternPart =
  | { readonly kind: 'session'; readonly minutes: number }
  | { readonly kind: 'gap'; readonly minutes: number }
  | {
      readonly kind: 'opening' | 'closing' | 'break' | 'networking'
      readonly minutes: number
      readonly title: string
    }

/** What an editor asks for. Times are wall times, `YYYY-MM-DDTHH:mm`. */
export type Move =
  /** Puts a session anywhere, from anywhere. Without `durationMinutes` it stays as long as it is. */
  | {
      readonly kind: 'place'
      readonly sessionId: string
      readonly day: string
      readonly startsAt: string
      readonly roomId: string | null
      readonly durationMinutes?: number | undefined
    }
  /** Takes sessions off the grid; they keep their length. */
  | { readonly kind: 'park'; readonly sessionIds: readonly string[] }
  /** Each takes the other's day, time and room, and keeps its own length. */
  | { readonly kind: 'swap'; readonly sessionIds: readonly [string, string] }
  | { readonly kind: 'resize'; readonly sessionId: string; readonly durationMinutes: number }
  | { readonly kind: 'lock' | 'unlock'; readonly sessionIds: readonly string[] }
  /** All that begins in one room between `from` and `until` (left out: the whole day) goes into another. */
  | {
      readonly kind: 'change-room'
      readonly day: string
      readonly fromRoomId: string
      readonly toRoomId: string | null
      readonly from?: string | undefined
      readonly until?: string | undefined
    }
  /** All of a day that begins at `from` or after it is later by `minutes`; earlier where that is negative. */
  | {
      readonly kind: 'shift'
      readonly day: string
      readonly from: string
      readonly minutes: number
      readonly roomId?: string | undefined
      readonly trackId?: string | undefined
    }
  /** Slots and sessions of one day once more on another; `frame`: only what is for everybody. */
  | { readonly kind: 'copy-day'; readonly from: string; readonly to: string; readonly what: 'frame' | 'all' }
  /** Lays out a day from `startsAt` on, part after part. */
  | {
      readonly kind: 'lay-out'
      readonly day: string
      readonly startsAt: string
      readonly roomIds: readonly string[]
      readonly pattern: readonly PatternPart[]
    }
  /** Takes slots away; the sessions in them stay where they are. */
  | { readonly kind: 'remove-slots'; readonly slotIds: readonly string[] }

export type MoveOf<K extends Move['kind']> = Extract<Move, { kind: K }>

/** What a move does to the board, one thing at a time; each can be taken back. */
export type BoardChange =
  | {
      readonly kind: 'placed'
      readonly sessionId: string
      readonly from: Placement
      readonly to: Placement
    }
  | { readonly kind: 'added' | 'removed'; readonly session: ProgrammeSession; readonly isLocked: boolean }
  | { readonly kind: 'slot-added' | 'slot-removed'; readonly slot: Slot }

/** `locked`: an editor asked to move what is locked; `unknown`: what is not on the board (any more). Nothing was done then. */
export type MoveRefusal = { readonly kind: 'locked' | 'unknown'; readonly ids: readonly string[] }

export type PlannedMoves =
  | { readonly kind: 'planned'; readonly changes: readonly BoardChange[]; readonly board: Board }
  | MoveRefusal

/** Makes the ids and slugs of what a move adds, unlike any that there ever were in the edition. */
export type Fresh = {
  id(kind: 'session' | 'appearance' | 'slot'): string
  slug(wanted: string): string
}

/** What a part of a pattern that is for everybody becomes. */
export type FrameType = Extract<SessionType, 'opening' | 'closing' | 'break' | 'networking'>
