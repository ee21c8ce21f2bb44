/** `taken`: a series with this address exists already, and was not the one to be changed. */
export type SeriesProfileOutcome = { readonly kind: 'saved'; readonly seriesId: string } | { readonly kind: 'taken' }
