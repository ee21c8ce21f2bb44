/** Wall time, `YYYY-MM-DDTHH:mm`, all in the conference's one time zone. */
export type WallTime = string
export type Interval = { readonly from: WallTime; readonly to: WallTime }

export type Room = {
  readonly id: string
  /** Seats; any number of people when not given. */
  readonly capacity?: number
  readonly equipment?: readonly string[]
  /** Rooms of different sites are `travelMinutes` apart. */
  readonly site?: string
  /** When given, a session begins where one of these begins and is over when it ends; where it is published or fixed it may stay. */
  readonly slots?: readonly Interval[]
  readonly unavailable?: readonly Interval[]
}

export type Person = {
  readonly id: string
  /** Only within these when given, and never within `unavailable`. */
  readonly available?: readonly Interval[]
  readonly unavailable?: readonly Interval[]
}

export type Place = { readonly start: WallTime; readonly room: string }

export type Session = {
  readonly id: string
  readonly minutes: number
  /** Everybody who must be there, in whatever role. */
  readonly people?: readonly string[]
  /** Those of `people` who take part from elsewhere: they need no time to get from room to room. */
  readonly remote?: readonly string[]
  readonly track?: string
  readonly topics?: readonly string[]
  readonly level?: string
  readonly language?: string
  readonly equipment?: readonly string[]
  /** Least seats the room must have. */
  readonly seats?: number
  /** People expected; what the room lacks counts softly. */
  readonly demand?: number
  /** Nothing else may run at the same time. */
  readonly plenary?: boolean
  /** Only these starts and rooms when given. */
  readonly starts?: readonly WallTime[]
  readonly rooms?: readonly string[]
  /** Must stay exactly there. */
  readonly fixed?: Place
  readonly preferredTimes?: readonly Interval[]
  readonly undesiredTimes?: readonly Interval[]
  readonly preferredRooms?: readonly string[]
  readonly undesiredRooms?: readonly string[]
  /** Where the published programme has it, and how many people would notice a move. */
  readonly published?: Place
  readonly affected?: number
}

export type Day = Interval & {
  readonly breaks?: readonly Interval[]
  /** The starts sessions may have; every `gridMinutes` from `from` when not given. */
  readonly starts?: readonly WallTime[]
}

/** `before` ends at least `gapMinutes` before `after` begins. */
export type Order = { readonly before: string; readonly after: string; readonly gapMinutes?: number }

/** One attendee's marked sessions, or `count` attendees who marked the same. */
export type Bookmark = { readonly sessions: readonly string[]; readonly count?: number }

export type SoftName =
  | 'bookmark-clash'
  | 'seats'
  | 'track-room'
  | 'similar-parallel'
  | 'topic-spread'
  | 'level-balance'
  | 'language-balance'
  | 'lone-session'
  | 'long-run'
  | 'preferred-time'
  | 'undesired-time'
  | 'preferred-room'
  | 'undesired-room'
  | 'speaker-days'
  | 'published-change'

/** Whole numbers; 0 switches the constraint off. What is not named has its default. */
export type Weights = Partial<Record<SoftName, number>>

export type ConferenceProblem = {
  readonly days: readonly Day[]
  /** Minutes between the starts of days that name none; 5 when not given. */
  readonly gridMinutes?: number
  readonly rooms: readonly Room[]
  readonly people?: readonly Person[]
  readonly sessions: readonly Session[]
  readonly order?: readonly Order[]
  readonly bookmarks?: readonly Bookmark[]
  /** Minutes from one site to another; 0 when not given. */
  readonly travelMinutes?: number
  /** Sessions in a row that a speaker can bear; 2 when not given. */
  readonly inARow?: number
  readonly weights?: Weights
}

export type Placement = { readonly session: string; readonly start: WallTime; readonly room: string }
