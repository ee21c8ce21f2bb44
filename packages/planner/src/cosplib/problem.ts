/** The weights of a CoSPLib problem, in the order of its sheet `parameters`. A weight of 0 switches a wish off. */
export const wishes = [
  'tracks-sessions',
  'tracks-rooms',
  'sessions-rooms',
  'similar-tracks',
  'rooms-per-track',
  'parallel-tracks',
  'consecutive-tracks',
  'time-zones',
  'order',
  'submissions-sessions',
  'submissions-rooms',
  'presenters',
  'attendees',
  'chairs',
  'presenters-slot',
  'attendees-slot',
] as const
export type Wish = (typeof wishes)[number]

/** From and to as minutes of the day. */
export type Span = { readonly from: number; readonly to: number }

/** When people can present, in their own time zone. */
export type Hours = {
  readonly zone: string
  readonly suitable: Span
  readonly lessSuitable: Span
  readonly smallPenalty: number
  readonly bigPenalty: number
}

/** A span of the conference with a number of time slots; from and to are local minutes of the day. */
export type CosplibSession = Span & { readonly name: string; readonly slots: number }

export type CosplibTrack = {
  readonly name: string
  readonly chairs: readonly string[]
  /** Penalties by session, by room, and of running beside each track, in the order of the problem. */
  readonly sessions: readonly number[]
  readonly rooms: readonly number[]
  readonly similar: readonly number[]
}

export type Submission = {
  readonly name: string
  /** Index of its track. */
  readonly track: number
  /** Time slots it takes, one after the other in one room. */
  readonly slots: number
  /** Its place within the track, from 1; 0 when any place will do. */
  readonly order: number
  readonly zone: string
  readonly presenters: readonly string[]
  readonly attendees: readonly string[]
  readonly sessions: readonly number[]
  readonly rooms: readonly number[]
}

/**
 * A conference of CoSPLib (Kheiri, Pylyavskyy, Jacko): a track takes whole cells (a session in a room), and its submissions take
 * the time slots of its cells.
 */
export type CosplibProblem = {
  readonly weights: Readonly<Record<Wish, number>>
  readonly hours: Hours
  readonly sessions: readonly CosplibSession[]
  readonly rooms: readonly string[]
  readonly tracks: readonly CosplibTrack[]
  readonly submissions: readonly Submission[]
  /** sessions × rooms: penalty of using the room then. */
  readonly sessionRooms: readonly (readonly number[])[]
}

/** Which track has a cell, by session and room, and which submission a time slot, by session, room and slot; -1 for none. */
export type CosplibPlan = {
  readonly tracks: readonly (readonly number[])[]
  readonly submissions: readonly (readonly (readonly number[])[])[]
}
