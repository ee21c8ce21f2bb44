import type { Places } from '../../variants/types.ts'
import type { PlanFigures } from '../figures/types.ts'
import type { WishName } from '../levels/types.ts'
import type { Impossible, Waived } from '../problem/types.ts'

/** What keeps a session from a place: rules by their name, as the planner knows them. */
export type Obstacle =
  | 'fixed-time'
  | 'start'
  | 'length'
  | 'break'
  | 'availability'
  | 'fixed-room'
  | 'rooms'
  | 'seats'
  | 'equipment'
  | 'room-closed'
  | 'slot'

/** Wish → how much more (or, below 0, less) it would cost. */
export type WishCosts = Partial<Readonly<Record<WishName, number>>>

/** Why a session is not at a place: rules and sessions that keep it from there, and what wishes would cost more. */
export type PlaceVerdict = {
  readonly broken: readonly Obstacle[]
  readonly inTheWay: readonly string[]
  readonly changes: WishCosts
}

/**
 * Why two sessions cannot both be where they are: one room; people who appear in both, at once or too close to walk; one is
 * for everybody; or else their order.
 */
export type Parting =
  | { readonly kind: 'room' | 'plenary' | 'order' }
  | { readonly kind: 'people' | 'way'; readonly personIds: readonly string[] }

export type ProposedMove = {
  readonly sessionId: string
  /** The sessions that have to move, too, for this one to have its place. */
  readonly needs: readonly string[]
  /** Why it does not stay where it was; null where it had no place. */
  readonly why: PlaceVerdict | null
}

/** A minimal set of reasons why a session has no place: without any one of them it would have one. */
export type Nowhere = {
  readonly sessionId: string
  readonly broken: readonly Obstacle[]
  readonly inTheWay: readonly string[]
}

/** What the planner proposes; nothing of it is in the draft before somebody accepts it. */
export type Proposal = {
  readonly kind: 'proposal'
  /** Where the sessions would be that it moves. */
  readonly places: Places
  readonly moves: readonly ProposedMove[]
  readonly unplaced: readonly Nowhere[]
  readonly waived: readonly Waived[]
  readonly before: PlanFigures
  readonly after: PlanFigures
  /** Whether somebody stopped the search before its time. */
  readonly isStopped: boolean
}

export type Planned = Proposal | Impossible
