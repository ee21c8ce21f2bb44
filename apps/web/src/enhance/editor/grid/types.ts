import type { Slot } from '@fachtag/core/modules/programme/circumstances/types'
import type { ProgrammeSession } from '@fachtag/core/modules/programme/types'

/** The part of a day that the grid shows, in wall minutes (`wallMinutes`). */
export type Axis = { readonly from: number; readonly to: number }

/** A room; null is the column of what has a time and no room. */
export type Column = { readonly roomId: string | null; readonly name: string; readonly capacity: number | null }

/** A session in the grid of a day. */
export type Block = {
  readonly session: ProgrammeSession
  /** Wall minutes. Without a known duration the end is only drawn. */
  readonly start: number
  readonly end: number
  /** By place in the list of columns; null runs across all of them. */
  readonly column: number | null
  /** Beside how many others, and at which place among them, 0 first. */
  readonly lane: number
  readonly lanes: number
}

/** A slot in the grid of a day; what is for all rooms stands in each. */
export type SlotBox = {
  readonly slot: Slot
  readonly start: number
  readonly end: number
  readonly column: number
}

export type DayLayout = {
  readonly day: string
  readonly axis: Axis
  readonly columns: readonly Column[]
  /** By start; those that begin together from left to right. */
  readonly blocks: readonly Block[]
  readonly slots: readonly SlotBox[]
}

/** Pixels for a minute and for a column. */
export type Scale = { readonly minute: number; readonly column: number }

/** Where a session that is being carried would come to lie. */
export type Target = {
  readonly day: string
  /** Wall minutes. */
  readonly start: number
  readonly minutes: number
  readonly roomId: string | null
}
