/** What sessions stand in: the rooms or the tracks of an edition. */
export type Place = 'rooms' | 'tracks'

/** What became of a room or track that was to be saved; `conflict`: somebody else has saved another version meanwhile. */
export type PlaceSaved = { readonly kind: 'saved'; readonly id: string } | { readonly kind: 'conflict' }
/** `in-use`: sessions stand in it. */
export type PlaceRemoved = { readonly kind: 'removed' } | { readonly kind: 'conflict' } | { readonly kind: 'in-use' }

/** A session that stands in a room or track, in the draft or in the published programme. */
export type PlaceUse = { readonly sessionId: string; readonly title: string }

/** A room or track as its form shows it. */
export type ManagedPlace = {
  readonly id: string
  readonly revision: number
  readonly name: string
  readonly slug: string
  /** How many sessions of the draft stand in it. */
  readonly sessions: number
}
export type ManagedRoom = ManagedPlace & { readonly capacity: number | null; readonly description: string | null }
export type ManagedTrack = ManagedPlace & { readonly colour: string | null }
