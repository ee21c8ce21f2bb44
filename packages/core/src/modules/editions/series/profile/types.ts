import type { Series } from '../types.ts'

/** `taken`: a series with this address exists already. */
export type SeriesAdded = { readonly kind: 'saved'; readonly seriesId: string } | { readonly kind: 'taken' }

/** A series as its form shows it. */
export type ManagedSeries = Series & { readonly revision: number }
