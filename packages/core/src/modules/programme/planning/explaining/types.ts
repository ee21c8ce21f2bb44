import type { Place } from '../../variants/types.ts'
import type { Nowhere, PlaceVerdict, WishCosts } from '../proposal/types.ts'

/** Another place for a session: what it would cost there, and who would have to leave. */
export type OtherPlace = { readonly place: Place; readonly verdict: PlaceVerdict }

/** Why a session is where it is, and why not elsewhere. */
export type Explanation =
  | {
      readonly kind: 'placed'
      readonly place: Place
      /** What speaks against its place: rules and sessions; the wishes that it leaves open, by what they cost. */
      readonly verdict: PlaceVerdict
      readonly costs: WishCosts
      /** Free places first, the cheapest first among equals. */
      readonly others: readonly OtherPlace[]
    }
  | { readonly kind: 'nowhere'; readonly why: Nowhere }
  /** The planner does not move it: locked, a break, cancelled. */
  | { readonly kind: 'staying' }
