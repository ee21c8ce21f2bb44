import type { Facts } from '../catalogue/types.ts'
import type { Facets } from '../types.ts'

/** For each facet, whether the values chosen in it let something through. */
export type Passes = Readonly<Record<keyof Facets, boolean>>

/** Documents that no filter and no facet tells apart. */
export type Group<T> = { readonly facts: Facts; readonly passes: Passes; readonly documents: readonly T[] }
