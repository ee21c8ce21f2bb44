/** A series as that which a right is about. */
export type SeriesScope = { readonly seriesId: string }

declare const looked: unique symbol

/**
 * An edition with the series it belongs to, as the database knows them. Only `modules/editions/scope` makes one, so that
 * nobody can ask with their own series about an edition of somebody else's.
 */
export type EditionScope = SeriesScope & { readonly editionId: string; readonly [looked]: true }

/** A session with its edition and series, as the database knows them. */
export type SessionScope = SeriesScope & { readonly editionId: string; readonly sessionId: string }

/**
 * Something that all series share, with the series that it belongs to, as the database knows them. Only
 * `modules/programme/involvement` makes one.
 */
export type SharedScope<Kind extends 'person' | 'organisation' | 'topic'> = {
  readonly kind: Kind
  readonly id: string
  readonly seriesIds: readonly string[]
  readonly [looked]: true
}
